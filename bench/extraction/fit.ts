import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { growForest } from "./boosted-trees.ts";
import { readCorpora } from "./corpus.ts";
import { lessonOf } from "./lesson.ts";
import { samplesOf } from "./samples.ts";

// Learns lib/formats/import/main/learned-trees.ts anew from the tuning half of the corpora: node bench/extraction/fit.ts
// --corpus DIR. The same corpora give the same file.
const { values: options } = parseArgs({ options: { corpus: { type: "string" } } });
if (options.corpus === undefined) throw new Error("Say where the corpora are: --corpus DIR");

const samples = readCorpora(options.corpus, "tuning").flatMap(({ pages }) => pages.flatMap(samplesOf));
const { start, trees } = growForest(
  lessonOf(samples, ({ signs }) => signs),
  {
    trees: 80,
    depth: 4,
    rate: 0.1,
    share: 0.35,
    least: 3,
    ridge: 6,
    bins: 48,
    seed: 7,
  },
);
const short = (value: number) => String(Number(value.toPrecision(4)));
const lines = trees.map(({ signs, limits, leaves }) => {
  const inner = [...signs].map((sign, node) => (sign < 0 ? "-" : `${sign}<${short(limits[node] ?? 0)}`));
  return `  "${inner.join(" ")};${[...leaves].map((leaf) => String(Number(leaf.toFixed(4)))).join(" ")}",\n`;
});
writeFileSync(
  new URL("../../lib/formats/import/main/learned-trees.ts", import.meta.url),
  `// Written by bench/extraction/fit.ts; see docs/decisions/0019. Signs are places in \`blockSignNames\`.\n` +
    `export const signs = ${samples[0]?.signs[0]?.length ?? 0};\nexport const start = ${short(start)};\n` +
    `export const trees: readonly string[] = [\n${lines.join("")}];\n`,
);
