import { createReadStream } from "node:fs";
import { Refused } from "./answer.ts";

type Limit = { readonly bytes: number; readonly sentence: string };

/** A file of plain text in UTF-8, without the byte order mark it may begin with, and otherwise as it is. */
export async function readText(path: string, limit: Limit): Promise<string> {
  return textOf(await readBytes(path, limit), path);
}

/** As `readText`; - is standard input. */
export async function readTextOrInput(path: string, limit: Limit): Promise<string> {
  if (path !== "-") return await readText(path, limit);
  return textOf(await bounded(process.stdin, limit), "Standard input");
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(`${name} is not UTF-8. Save it as plain text in UTF-8.`, "not-utf8");
  }
}

/** The bytes of a file, or of a pipe or device, which is read no further than the limit. */
export async function readBytes(path: string, limit: Limit): Promise<Buffer<ArrayBuffer>> {
  try {
    return await bounded(createReadStream(path), limit);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${path} could not be read. Name a file.`, "unreadable");
  }
}

async function bounded(stream: NodeJS.ReadableStream, limit: Limit): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.byteLength;
    if (length > limit.bytes) throw new Refused(limit.sentence, "too-large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
