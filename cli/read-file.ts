import { readFile, stat } from "node:fs/promises";
import { Refused } from "./answer.ts";

type Limit = { readonly bytes: number; readonly sentence: string };

/** A file of plain text in UTF-8, without the byte order mark it may begin with, and otherwise as it is. */
export async function readText(path: string, limit: Limit): Promise<string> {
  const bytes = await readBytes(path, limit);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(`${path} is not UTF-8. Save it as plain text in UTF-8.`, "not-utf8");
  }
}

/** The bytes of a file; one that is too large is refused by its size before it is read. */
export async function readBytes(path: string, limit: Limit): Promise<Buffer<ArrayBuffer>> {
  try {
    if ((await stat(path)).size <= limit.bytes) return await readFile(path);
  } catch {
    throw new Refused(`${path} could not be read. Name a file.`, "unreadable");
  }
  throw new Refused(limit.sentence, "too-large");
}
