import { spawnSync } from "node:child_process";
import { isHere, type OutsideProgram } from "#tests/formats/outside-programs.ts";

type Reader = { readonly program: OutsideProgram; readonly package?: string; readonly checks: string };

const readers: readonly Reader[] = [
  { program: "poppler", package: "poppler-utils", checks: "the PDF read by pdfinfo and pdftotext" },
  { program: "qpdf", package: "qpdf", checks: "the PDF checked by qpdf" },
  { program: "LibreOffice Writer", checks: "the Word document opened by LibreOffice" },
  { program: "LibreOffice Calc", checks: "the workbook opened by LibreOffice" },
];

/**
 * Installs by apt-get, as root or with a passwordless sudo, what the golden tests read the exports back with. LibreOffice
 * is used where it is and never installed, for its 500 MB. `say` hears of installations and of what is left out.
 */
export function findReaders(say: (line: string) => void): void {
  const missing = readers.filter(({ program }) => !isHere(program));
  const names = missing.flatMap((reader) => reader.package ?? []);
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (names.length > 0 && runs([...sudo, "apt-get", "--version"])) {
    say(`installing ${names.join(" and ")} with apt-get`);
    const apt = [...sudo, "apt-get", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::http::Timeout=30"];
    runs([...apt, "update"]);
    runs([...apt, "install", "-y", "--no-install-recommends", ...names]);
  }
  const left = missing.filter((reader) => reader.package === undefined || !isHere(reader.program));
  if (left.length === 0) return;
  say(`Left out, for the tools are not here: ${left.map(({ checks }) => checks).join("; ")}.`);
}

function runs([program = "", ...args]: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: "ignore", timeout: 300_000, env }).status === 0;
}
