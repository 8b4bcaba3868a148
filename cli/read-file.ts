import { readFile, stat } from "node:fs/promises";
import { Refused } from "./answer.ts";

type Limit = { readonly bytes: number; readonly sentence: string };

/** A file of plain text in UTF-8, without the byte order mark it may begin with, and otherwise as it is. */
export async function readText(path: string, limit: Limit): Promise<string> {
  return textOf(await readBytes(path, limit), path);
}

/** As `readText`; - is standard input, which is read no further than the limit. */
export async function readTextOrInput(path: string, limit: Limit): Promise<string> {
  if (path !== "-") return await readText(path, limit);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.byteLength;
    if (length > limit.bytes) throw new Refused(limit.sentence, "too-large");
    chunks.push(bytes);
  }
  return textOf(Buffer.concat(chunks), "Standard input");
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(`${name} is not UTF-8. Save it as plain text in UTF-8.`, "not-utf8");
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
