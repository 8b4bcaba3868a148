import type { Line } from "../placement/table.ts";
import { quantile } from "../quantile.ts";
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
  const adding = median(added.map((one) => one.ms));
  const addingFrames = Math.max(...added.map((one) => one.frames));
  const blocks = Math.max(...added.map((one) => one.blocks));
  const pages = (figure: (round: Round) => Loaded) =>
    `${ms(of((round) => figure(round).first))} / ${ms(of((round) => figure(round).whole))}`;
  return [
    line(
      "from the server, bare page: first paint / all of it",
      pages(({ bare }) => bare),
    ),
    line(
      "from the server, marked page: first paint / all of it",
      pages(({ marked }) => marked),
    ),
    line("first drawn on a page with the text: Stet", ms(drawn)),
    line("first drawn on the same page: Recogito", ms(onSheet)),
    line("first drawn on the bare page: Recogito", ms(onBare)),
    line("how much faster, on the same page", times(onSheet / drawn), "40", onSheet / drawn >= 40),
    line("how much faster than Recogito on the bare page", times(onBare / drawn)),
    line("one claim added: Stet, frames at most", `${addingFrames}, ${ms(adding)}`, "2 frames", addingFrames <= 2),
    line("blocks drawn again for it", String(blocks), "1", blocks <= 1),
    line("one claim added: Recogito, bare page", ms(median(theirs.map((one) => one.ms)))),
    line("resized: bare page", ms(bare.resize)),
    line("resized: Stet", both(ours.resize, bare.resize), "2×", ours.resize <= 2 * bare.resize),
    line("resized: Recogito, bare page", ms(of(({ recogito }) => recogito.moved.resize))),
    line("scrolled, 95th percentile frame: bare page", ms(bare.p95)),
    line("scrolled: Stet", both(ours.p95, bare.p95), "1.25×", ours.p95 <= 1.25 * bare.p95),
    line("scrolled: Recogito, bare page", ms(frames(({ recogito }) => recogito.moved, 0.95))),
  ];
}

function line(measure: string, figure: string, target?: string, met?: boolean): Line {
  return { measure, figure, target: target ?? "", met: met ?? null };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const times = (value: number) => `${value.toFixed(2)}×`;
const both = (value: number, base: number) => `${ms(value)}, ${times(value / base)}`;

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
