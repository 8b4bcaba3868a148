import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { editionToPdf } from "#lib/formats/pdf/edition-pdf.ts";
import { prepared, typeset } from "#lib/formats/pdf/typeset.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { manyClaims } from "#tests/formats/report-many.ts";

const claims = 500;
const turns = 3;
const limits = { timesFaster: 5, milliseconds: 100 };

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const signed = signedEdition(manyClaims(claims));
const folder = mkdtempSync(join(tmpdir(), "stet-pdf-"));
const page = join(folder, "report.html");
writeFileSync(page, await editionToHtml(signed));

/** The program prints once and ends; starting it is part of what printing with it costs. */
function print(): void {
  if (chromium === undefined) throw new Error("Install Chromium, or another browser of its kind, to compare with it");
  const paper = join(folder, "printed.pdf");
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    `--user-data-dir=${folder}/user`,
  ];
  const done = spawnSync(chromium, [...flags, `--print-to-pdf=${paper}`, `file://${page}`]);
  if (done.status !== 0 || readFileSync(paper).length < 10_000) throw new Error(String(done.stderr));
}

const prepare = await prepared(signed);
const contenders = {
  "Chromium prints the HTML report": print,
  "Typst sets the document, nothing else": () => typeset(prepare, "ua"),
  editionToPdf: () => editionToPdf(signed, "ua"),
};

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const times = new Map<string, number[]>();
for (let turn = -1; turn < turns; turn += 1) {
  for (const [name, work] of Object.entries(contenders)) {
    const began = performance.now();
    await work();
    // The first turn fills the caches of fonts and is not counted.
    if (turn >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
  }
}
rmSync(folder, { recursive: true });

const [printed = Number.NaN, alone = Number.NaN, whole = Number.NaN] = [...times.values()].map(median);
process.stdout.write(
  `What does a PDF of ${claims} claims cost? (${limits.timesFaster} times faster than Chromium, at most ${limits.milliseconds} ms over Typst alone)\n`,
);
for (const [name, own] of times) {
  process.stdout.write(`  ${name.padEnd(40)}${median(own).toFixed(0).padStart(8)} ms\n`);
}
process.stdout.write(`  Chromium over editionToPdf: ${(printed / whole).toFixed(2)}×\n`);
process.stdout.write(`  editionToPdf less Typst alone: ${(whole - alone).toFixed(0)} ms\n\n`);
