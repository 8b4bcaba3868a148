import { spawnSync } from "node:child_process";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readPdf } from "#lib/formats/import/pdf/read-pdf.ts";
import type { PdfSheet } from "#tests/support/make-pdf.ts";
import { makePdf } from "#tests/support/make-pdf.ts";
import { setParagraph } from "#tests/support/pdf-text.ts";

const pageCount = 300;
const turns = 5;
const limits = { milliseconds: 10_000, megabytes: 500 };

const sentences = [
  "The harbour board bought two boats and promised that they would pay for themselves by the third summer.",
  "The ledger tells a slower story, and the audi|tors who read it found a loss in every month but one.",
  "Nobody on the quay was surprised, since the price of power had gone up by more than half since then.",
];

/** A page of a report: a running head, two columns of prose, a footnote and a page number. */
function sheet(index: number): PdfSheet {
  const prose = (x: number) =>
    Array.from({ length: 6 }, (_, place) => {
      const text = `${index}.${place} ${[0, 1, 2].map((step) => sentences[(index + place + step) % 3]).join(" ")}`;
      return setParagraph(text, { x, y: 80 + place * 110, width: 220, size: 9, indent: 12 });
    }).flat();
  return {
    words: [
      { text: "The Lantern Review", x: 60, y: 40, size: 8 },
      { text: String(index + 1), x: 520, y: 40, size: 8 },
      ...prose(60),
      ...prose(320),
      { text: `${(index % 90) + 1} Accounts of the board, page ${index}.`, x: 60, y: 780, size: 7 },
    ],
  };
}

const contenders = {
  "pdfjs getTextContent": async (bytes: Uint8Array) => {
    const task = getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS });
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      await page.getTextContent();
      page.cleanup();
    }
    await task.destroy();
  },
  readPdf: async (bytes: Uint8Array) => {
    const result = await readPdf(bytes);
    if (!result.ok) throw new Error(result.error.kind);
  },
};
const names = Object.entries(contenders);

type Measured = { readonly milliseconds: number; readonly megabytes: number };

/** Runs one contender in a process of its own, so that its memory is its own. */
function measured(name: string): Measured {
  const child = spawnSync(process.execPath, [import.meta.filename, name], { encoding: "utf8" });
  const [milliseconds, megabytes] = child.stdout.split(" ").map(Number);
  if (child.status !== 0 || milliseconds === undefined || megabytes === undefined) throw new Error(child.stderr);
  return { milliseconds, megabytes };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Takes the contenders in turns, so that a slow moment of the machine meets them all. */
function table(): string {
  const runs = Array.from({ length: turns }, () => names.map(([name]) => measured(name)));
  const rows = names.map(([name], index) => {
    const own = runs.flatMap((run) => run[index] ?? []);
    return {
      name,
      time: median(own.map((one) => one.milliseconds)),
      memory: Math.max(...own.map((one) => one.megabytes)),
    };
  });
  const base = rows[0]?.time ?? Number.NaN;
  const lines = rows.map(({ name, time, memory }) => {
    const cells = [
      time.toFixed(0).padStart(9),
      memory.toFixed(0).padStart(13),
      `${(time / base).toFixed(2)}×`.padStart(7),
    ];
    return `  ${name.padEnd(22)}${cells.join("")}\n`;
  });
  const question = `What does a PDF of ${pageCount} pages cost over reading its characters? (at most ${limits.milliseconds} ms, ${limits.megabytes} MB)`;
  return `${question}\n${" ".repeat(24)}median ms  peak MB RSS  ratio\n${lines.join("")}\n`;
}

const [, , asked] = process.argv;
const work = names.find(([name]) => name === asked)?.[1];
if (work !== undefined) {
  const bytes = makePdf({ sheets: Array.from({ length: pageCount }, (_, index) => sheet(index)) });
  const began = performance.now();
  await work(bytes);
  process.stdout.write(`${performance.now() - began} ${process.resourceUsage().maxRSS / 1024}`);
} else {
  process.stdout.write(table());
}
