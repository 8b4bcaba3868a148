import type { PlacedSpan } from "#lib/domain/placement.ts";
import { medianTimes, timeOf } from "./clock.ts";
import type { DrawnQuote } from "./draw-quotes.ts";
import { placeAll, tokeniseBoth } from "./engine.ts";
import type { Scenario } from "./scenario.ts";
import { type Scored, scoreAll } from "./score.ts";
import { findQuote } from "./yardstick.ts";

/** What one scenario gave; times in milliseconds for all quotes, the yardstick's projected from its sample. */
export type Measured = {
  readonly scenario: Scenario;
  readonly engine: Scored;
  readonly engineTime: number;
  readonly tokeniseTime: number;
  readonly yardstick: Scored;
  readonly yardstickTime: number;
};

const runs = 7;

/** `sample` quotes go to the yardstick, evenly spread over all. */
export function measure(scenario: Scenario, sample: number): Measured {
  const { older, newer, quotes } = scenario;
  const text = newer.text;
  let placed: PlacedSpan[] = [];
  const [tokeniseTime = Number.NaN, engineTime = Number.NaN] = medianTimes(
    [
      () => tokeniseBoth(older, text),
      () => {
        placed = placeAll(older, text, quotes);
      },
    ],
    runs,
  );
  const sampled = spread(quotes, sample);
  for (const quote of sampled.slice(0, 5)) findQuote(text, quote);
  let found: PlacedSpan[] = [];
  const yardstickTime = timeOf(() => {
    found = sampled.map((quote) => foundPlace(text, quote));
  });
  return {
    scenario,
    engine: scoreAll(quotes, placed, newer),
    engineTime,
    tokeniseTime,
    yardstick: scoreAll(sampled, found, newer),
    yardstickTime: (yardstickTime * quotes.length) / sampled.length,
  };
}

/** The yardstick knows nothing between found and lost. */
function foundPlace(text: string, quote: DrawnQuote): PlacedSpan {
  const found = findQuote(text, quote);
  return found === null
    ? { placement: "lost", start: null, end: null, confidence: 0, near: 0 }
    : { placement: "changed", start: found.start, end: found.end, confidence: 1 };
}

function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}
