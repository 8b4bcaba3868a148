import type { Line } from "../placement/table.ts";
import type { driveOurs, driveRecogito, Moved } from "./measure.ts";

type Round = {
  readonly bare: number;
  readonly marked: number;
  readonly unmarked: number;
  readonly still: Moved;
  readonly ours: Awaited<ReturnType<typeof driveOurs>>;
  readonly recogito: Awaited<ReturnType<typeof driveRecogito>>;
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
  const drawing = of(({ recogito }) => recogito.drawn);
  const marked = of((round) => round.marked);
  const cost = Math.max(1, marked - of((round) => round.unmarked));
  const bare = { resize: of(({ still }) => still.resize), p95: frames(({ still }) => still, 0.95) };
  const ours = { resize: of(({ ours }) => ours.moved.resize), p95: frames(({ ours }) => ours.moved, 0.95) };
  const worst = Math.max(...added.map((one) => one.frames));
  const blocks = Math.max(...added.map((one) => one.blocks));
  return [
    line("bare page, loaded and painted", ms(of((round) => round.bare))),
    line("the same with Stet's sheet, no claims", ms(of((round) => round.unmarked))),
    line("the same with all claims marked and noted", ms(marked)),
    line("Recogito drawing them on the bare page", ms(drawing)),
    line("first drawn: Recogito against the whole page of ours", times(drawing / marked), 40, drawing / marked >= 40),
    line("first drawn: Recogito against what our marks add", times(drawing / cost), 40, drawing / cost >= 40),
    line("one claim added", `${ms(median(added.map((one) => one.ms)))}, ${worst} frame(s)`, 2, worst <= 2),
    line("blocks drawn again for it", String(blocks), 1, blocks <= 1),
    line("one added by Recogito", ms(median(theirs.map((one) => one.ms)))),
    line("resized, bare page", ms(bare.resize)),
    line("resized, marked", `${ms(ours.resize)}, ${times(ours.resize / bare.resize)}`, 2, ours.resize <= 2 * bare.resize),
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
