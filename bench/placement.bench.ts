import { parseArgs } from "node:util";
import { medianTimes } from "./placement/clock.ts";
import { placeAll } from "./placement/engine.ts";
import { tellFinding } from "./placement/findings.ts";
import { linesOf } from "./placement/lines.ts";
import { type Measured, measure } from "./placement/measure.ts";
import { proseKind } from "./placement/prose-kind.ts";
import { edits, makeScenarios } from "./placement/scenario.ts";
import { scriptKinds } from "./placement/script-kinds.ts";
import { type Line, tableOf } from "./placement/table.ts";
import { zipfKind } from "./placement/zipf-kind.ts";

// Options, on the command line or in STET_BENCH_PLACEMENT for `npm run bench`: how many seeds; which kind of text; how
// many words; how many of 1,000 quotes the yardstick gets, "all" for every one; only one kind of edit; --show lists all
// wrong answers, not just the silent ones.
const { values: options } = parseArgs({
  args: [...(process.env.STET_BENCH_PLACEMENT ?? "").split(" ").filter(Boolean), ...process.argv.slice(2)],
  options: {
    seeds: { type: "string", default: "3" },
    kind: { type: "string", default: "Zipf" },
    words: { type: "string", default: "100000" },
    sample: { type: "string", default: "120" },
    only: { type: "string", default: "" },
    show: { type: "boolean", default: false },
  },
});
const lexiconSeed = 4711;
const kinds = [zipfKind(lexiconSeed), proseKind(lexiconSeed), ...scriptKinds(lexiconSeed)];
const kind = kinds.find(({ name }) => name.toLowerCase().startsWith(options.kind.toLowerCase()));
if (kind === undefined) throw new Error(`Kinds of text: ${kinds.map(({ name }) => name).join(", ")}.`);

const words = Number(options.words);
const quotes = 1000;
const sample = options.sample === "all" ? quotes : Number(options.sample);
const chosen = edits.filter(({ name }) => name.startsWith(options.only));
const measured: Measured[] = [];
for (let seed = 1; seed <= Number(options.seeds); seed++) {
  for (const scenario of makeScenarios({ kind, seed, words, quotes }, chosen)) measured.push(measure(scenario, sample));
}
const lines = chosen.flatMap(({ name }) =>
  linesOf(
    name,
    measured.filter(({ scenario }) => scenario.edit.name === name),
  ),
);
const title =
  `Do quotes find their place in an edited text? (${kind.name} text of ${words} words, ${quotes} quotes, ` +
  `${options.seeds} seeds; the yardstick on ${sample} quotes of each, projected)`;
process.stdout.write(tableOf(title, [...lines, ...sizeLines()]));
for (const { scenario, engine } of measured) {
  for (const finding of engine.findings) {
    const isSilent = finding.reason !== "wrong-place" && finding.reason !== "lost";
    if (isSilent || options.show) process.stdout.write(tellFinding(scenario, finding));
  }
}

/** Ten times the quotes, and a text that did not change; its copy is another string, so that no pointer tells. */
function sizeLines(): Line[] {
  if (kind === undefined) return [];
  const [many] = makeScenarios({ kind, seed: 1, words, quotes: quotes * 10 }, [{ name: "5 %", rate: 0.05 }]);
  if (many === undefined) return [];
  const { older, newer } = many;
  const few = many.quotes.slice(0, quotes);
  const copy = Buffer.from(older, "utf16le").toString("utf16le");
  const [fewTime = 0, manyTime = 0, sameTime = 0] = medianTimes(
    [
      () => placeAll(older, newer.text, few),
      () => placeAll(older, newer.text, many.quotes),
      () => placeAll(older, copy, few),
    ],
    7,
  );
  const ratio = manyTime / fewTime;
  return [
    { measure: "ten times the quotes, 5 %", figure: `${ratio.toFixed(2)}×`, target: "at most 4×", met: ratio <= 4 },
    { measure: "unchanged text", figure: `${sameTime.toFixed(2)} ms`, target: "5 ms", met: sameTime <= 5 },
  ];
}
