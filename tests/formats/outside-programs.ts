import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The programs that read exports back, by what is asked of each to see that it is here. */
const questions = {
  poppler: ["pdftotext", "-v"],
  qpdf: ["qpdf", "--version"],
  "LibreOffice Writer": ["soffice", "--version"],
  "LibreOffice Calc": ["soffice", "--version"],
} as const;

export type OutsideProgram = keyof typeof questions;

/** Whether the program is here. LibreOffice may be installed in parts, so each part must convert a word first. */
export function isHere(program: OutsideProgram): boolean {
  const [name, ask] = questions[program];
  if (spawnSync(name, [ask], { stdio: "ignore", timeout: 60_000 }).status !== 0) return false;
  if (program === "LibreOffice Writer") return converts("word.txt", "odt");
  return program !== "LibreOffice Calc" || converts("word.csv", "ods");
}

function converts(name: string, ending: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "stet-office-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, "word\n");
    convertWithOffice({ folder, path, filter: ending });
    return existsSync(join(folder, `word.${ending}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Conversion = { readonly folder: string; readonly path: string; readonly filter: string };

/** Writes the file, converted, into the folder, where LibreOffice keeps a profile of its own; says what went wrong, or "". */
export function convertWithOffice({ folder, path, filter }: Conversion): string {
  const profile = `-env:UserInstallation=file://${join(folder, "office")}`;
  const args = [profile, "--headless", "--convert-to", filter, "--outdir", folder, path];
  const { status, stderr } = spawnSync("soffice", args, { encoding: "utf8", timeout: 80_000 });
  return status === 0 ? "" : `soffice ended with ${status}: ${stderr}`;
}
