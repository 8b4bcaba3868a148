import { tokenise } from "#lib/domain/alignment/tokens.ts";
import { Vocabulary } from "#lib/domain/alignment/vocabulary.ts";
import type { Anchor, AnchorRequest } from "#lib/domain/anchoring/anchor.ts";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { medianOf, medianTimes, timeOf } from "./placement/clock.ts";
import { type DrawnQuote, overlapOf, truthOf } from "./placement/draw-quotes.ts";
import { edits, makeScenarios, type Scenario } from "./placement/scenario.ts";
import { type Line, tableOf } from "./placement/table.ts";
import { findQuote } from "./placement/yardstick.ts";
import { zipfKind } from "./placement/zipf-kind.ts";

const wanted = { kind: zipfKind(4711), words: 100_000, quotes: 1000 };
const seeds = [1, 2, 3];
const runs = 5;
/** The quotes of each scenario that the yardstick gets; its time is projected. */
const sample = 100;

const scenarios = seeds.flatMap((seed) => makeScenarios({ ...wanted, seed }));
const lines = edits.flatMap(({ name }) => {
  const measured = scenarios.filter(({ edit }) => edit.name === name).map(measure);
  return [...sharesOf(measured), ...timesOf(measured)].map((line) => ({
    ...line,
    measure: `${name}: ${line.measure}`,
  }));
});
const title =
  `Do annotations find their passage without the old text? (Zipf text of ${wanted.words} words, ${wanted.quotes} ` +
  `quotes with 32 units of context, ${seeds.length} seeds; the yardstick on ${sample} quotes of each, projected)`;
process.stdout.write(tableOf(title, lines));

type Counts = ReturnType<typeof countAll>;
type Measured = { readonly counts: Counts; readonly time: number; readonly tokens: number; readonly yardstick: number };

function measure({ newer, quotes }: Scenario): Measured {
  const requests = quotes.map(requestOf);
  let anchors: readonly Anchor[] = [];
  const [tokens = Number.NaN, time = Number.NaN] = medianTimes(
    [
      () => tokenise(newer.text, new Vocabulary()),
      () => {
        const anchored = anchorAnnotations(newer.text, requests);
        if (anchored.ok) anchors = anchored.value;
      },
    ],
    runs,
  );
  const some = quotes.filter((_, at) => at % Math.ceil(quotes.length / sample) === 0);
  const found = timeOf(() => some.map((quote) => findQuote(newer.text, quote)));
  return {
    counts: countAll({ newer, quotes }, anchors),
    time,
    tokens,
    yardstick: (found * quotes.length) / some.length,
  };
}

function requestOf({ quote, prefix, suffix }: DrawnQuote, id: number): AnchorRequest {
  return { id, ways: [[{ quote: { exact: quote, prefix, suffix }, position: null }]], problems: [] };
}

/** Quotes whose fate is unsure are left out. `twins` are quotes whose every letter, context too, stands elsewhere. */
function countAll({ newer, quotes }: Pick<Scenario, "newer" | "quotes">, anchors: readonly Anchor[]) {
  const counts = { kept: 0, right: 0, offered: 0, wrong: 0, twins: 0, deleted: 0, attached: 0, changed: 0, asked: 0 };
  for (const [number, quote] of quotes.entries()) {
    const anchor = anchors[number];
    const truth = truthOf(quote, newer);
    if (anchor === undefined) continue;
    const isSure = anchor.placement === "exact";
    if (truth.fate !== "kept") {
      if (truth.fate === "unsure") continue;
      counts.deleted += 1;
      counts.attached += Number(isSure);
      counts.changed += Number(anchor.placement === "changed");
      counts.asked += Number(anchor.placement === "ambiguous");
      continue;
    }
    const places = anchor.placement === "ambiguous" ? anchor.candidates : anchor.placement === "lost" ? [] : [anchor];
    const isThere = places.some((place) => overlapOf(place, truth.span) >= 0.5);
    counts.kept += 1;
    counts.right += Number(isThere && anchor.placement !== "ambiguous");
    counts.offered += Number(isThere);
    counts.wrong += Number(isSure && !isThere);
    counts.twins += Number(isSure && !isThere && newer.text.includes(quote.prefix + quote.quote + quote.suffix));
  }
  return counts;
}

function sharesOf(measured: readonly Measured[]): Line[] {
  const sum = (name: keyof Counts) => measured.reduce((total, { counts }) => total + counts[name], 0);
  const share = (measure: string, part: keyof Counts, all: keyof Counts): Line => {
    return { measure, figure: `${((100 * sum(part)) / sum(all)).toFixed(2)} % of ${sum(all)}`, target: "", met: null };
  };
  const lines = [
    share("right place", "right", "kept"),
    share("right place, or among the candidates", "offered", "kept"),
    { ...share("exact on other text", "wrong", "kept"), target: `${sum("twins")} have a twin, letter by letter` },
  ];
  if (sum("deleted") === 0) return lines;
  return [
    ...lines,
    share("deleted, attached as exact", "attached", "deleted"),
    share("deleted, offered as changed", "changed", "deleted"),
    share("deleted, ambiguous", "asked", "deleted"),
  ];
}

function timesOf(measured: readonly Measured[]): Line[] {
  const time = medianOf(measured.map((one) => one.time));
  const tokens = medianOf(measured.map((one) => one.time / one.tokens));
  const ahead = medianOf(measured.map((one) => one.yardstick / one.time));
  return [
    {
      measure: `time over tokenising the text (${time.toFixed(0)} ms)`,
      figure: `${tokens.toFixed(1)}×`,
      target: "",
      met: null,
    },
    { measure: "ahead of a search quote by quote", figure: `${ahead.toFixed(1)}×`, target: "", met: null },
  ];
}
