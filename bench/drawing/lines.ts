import type { Line } from "../placement/table.ts";
import type { driveOurs, driveRecogito, Loaded, Moved } from "./measure.ts";

type Round = {
  readonly bare: Loaded;
  readonly marked: Loaded;
  readonly drawn: number;
  readonly still: Moved;
  readonly ours: Awaited<ReturnType<typeof driveOurs>>;
  readonly recogito: Awaited<ReturnType<typeof driveRecogito>>;
  readonly recogitoOnSheet: Awaited<ReturnType<typeof driveRecogito>>;
};

/** What the rounds come to: medians of the rounds, of every addition, and of the frames of all scrolling together. */
export function linesOf(rounds: readonly Round[]): Line[] {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const added = rounds.flatMap(({ ours }) => ours.adding);
  const theirs = rounds.flatMap(({ recogito }) => recogito.adding);
  const frames = (moved: (round: Round) => Moved, share: number) =>
    quantile(
      rounds.flatMap((round) => moved(round).scroll),
      share,
    );
  const drawn = of((round) => round.drawn);
  const onBare = of(({ recogito }) => recogito.drawn);
  const onSheet = of(({ recogitoOnSheet }) => recogitoOnSheet.drawn);
  const bare = { resize: of(({ still }) => still.resize), p95: frames(({ still }) => still, 0.95) };
  const ours = { resize: of(({ ours }) => ours.moved.resize), p95: frames(({ ours }) => ours.moved, 0.95) };
  const worst = Math.max(...added.map((one) => one.frames));
  const blocks = Math.max(...added.map((one) => one.blocks));
  return [
    line("bare page, first paint / all", `${ms(of(({ bare }) => bare.first))} / ${ms(of(({ bare }) => bare.whole))}`),
    line(
      "page with marks, first paint / all",
      `${ms(of(({ marked }) => marked.first))} / ${ms(of(({ marked }) => marked.whole))}`,
    ),
    line("text and claims drawn by the browser", ms(drawn)),
    line("Recogito, bare page", ms(onBare)),
    line("Recogito, same page", ms(onSheet)),
    line("first drawn: Recogito, bare / ours", times(onBare / drawn), 40, onBare / drawn >= 40),
    line("first drawn: Recogito, same / ours", times(onSheet / drawn), 40, onSheet / drawn >= 40),
    line("one claim added", `${ms(median(added.map((one) => one.ms)))}, ${worst} frame(s)`, 2, worst <= 2),
    line("blocks drawn again for it", String(blocks), 1, blocks <= 1),
    line("one added by Recogito", ms(median(theirs.map((one) => one.ms)))),
    line("resized, bare page", ms(bare.resize)),
    line(
      "resized, marked",
      `${ms(ours.resize)}, ${times(ours.resize / bare.resize)}`,
      2,
      ours.resize <= 2 * bare.resize,
    ),
    line("resized, Recogito", ms(of(({ recogito }) => recogito.moved.resize))),
    line("scrolled, 95th percentile frame, bare page", ms(bare.p95)),
    line("scrolled, marked", `${ms(ours.p95)}, ${times(ours.p95 / bare.p95)}`, 1.25, ours.p95 <= 1.25 * bare.p95),
    line("scrolled, Recogito", ms(frames(({ recogito }) => recogito.moved, 0.95))),
  ];
}

function line(measure: string, figure: string, target?: number, met?: boolean): Line {
  return { measure, figure, target: target === undefined ? "" : String(target), met: met ?? null };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const times = (value: number) => `${value.toFixed(2)}×`;

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The nearest-rank quantile. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
