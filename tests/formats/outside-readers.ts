import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { convertWithOffice, isHere, type OutsideProgram } from "#tests/formats/outside-programs.ts";

const here = new Map<OutsideProgram, boolean>();

/**
 * A test that stands only where its program does, in a folder of its own. Where the program is not, the error output
 * says what is left out; `scripts/test-tools.ts` installs what it may and says the same.
 */
export function testWith(program: OutsideProgram, name: string, body: (folder: string) => Promise<void>): void {
  const found = here.get(program) ?? isHere(program);
  here.set(program, found);
  if (!found) {
    process.stderr.write(`Left out, for ${program} is not here: ${name}.\n`);
    return;
  }
  test(name, async () => {
    const folder = await mkdtemp(join(tmpdir(), "stet-golden-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await body(folder);
  });
}

/** What a program says; it fails the test unless it ends well. */
export function told(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", timeout: 80_000 });
  expect(status, stderr).toBe(0);
  return stdout;
}

export async function kept(folder: string, name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The bytes that LibreOffice makes of a file; `result` is the name of what it writes. */
export async function converted(
  folder: string,
  { path, filter, result }: { readonly path: string; readonly filter: string; readonly result: string },
): Promise<Buffer> {
  expect(convertWithOffice({ folder, path, filter })).toBe("");
  return await readFile(join(folder, result));
}

/** Without white space, places to break and bidi controls: what is left are the letters, in their order. */
export function letters(words: string): string {
  return words.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, "");
}
