import { readFile, stat } from "node:fs/promises";
import { Refused } from "./run.ts";

/** More than any text that is aligned or anchored, as UTF-8. */
const mostBytes = 64 * 1024 * 1024;

/** A file of plain text in UTF-8, without the byte order mark it may begin with, and otherwise as it is. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(`${path} is not text in UTF-8.`, "invalid");
  }
}

/** The value of a JSON file. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(`${path} is not JSON.`, "invalid");
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const size = await stat(path).then(
    (found) => (found.isDirectory() ? null : found.size),
    () => null,
  );
  if (size === null) throw new Refused(`There is no file ${path}.`, "not-found");
  if (size > mostBytes) throw new Refused(`${path} is larger than 64 MB.`, "invalid");
  return await readFile(path);
}
