import {
  type AnchorCandidate,
  type Anchoring,
  type AnchorStep,
  type AnchorWay,
  ambiguous,
  lost,
} from "#lib/domain/anchoring/anchor.ts";
import { anchorStep, type Place, placeOf } from "#lib/domain/anchoring/anchor-step.ts";
import type { Units } from "#lib/domain/anchoring/position.ts";
import type { Work } from "#lib/domain/anchoring/work.ts";
import type { Span } from "#lib/domain/span.ts";

export type Search = { readonly whole: Place; readonly units: Units; readonly work: Work };

/** Steps for reading a letter of a passage in which another is looked for. */
const readingCost = 8;

/** Goes from the outermost passage inwards; each step is looked for in the passage before it. */
export function followWay([first, ...rest]: AnchorWay, search: Search): Anchoring {
  let found = anchorStep(search.whole, first, search);
  let outer: AnchorStep = first;
  for (const step of rest) {
    found = refine(found, { outer, step }, search);
    outer = step;
  }
  return found;
}

type Steps = { readonly outer: AnchorStep; readonly step: AnchorStep };

function refine(found: Anchoring, steps: Steps, search: Search): Anchoring {
  switch (found.placement) {
    case "lost":
      return lost(`The passage it lies in was not found. ${found.reason}`);
    case "exact":
    case "changed":
      return within(found, steps, search);
    case "ambiguous": {
      const candidates = found.candidates.flatMap((place) => placesOf(within(place, steps, search)));
      if (candidates.length === 0) return lost("None of the passages that it may lie in holds it.");
      return ambiguous(candidates, found.reason);
    }
  }
}

function within(passage: Span, { outer, step }: Steps, { whole, units, work }: Search): Anchoring {
  const words = whole.text.slice(passage.start, passage.end);
  if (step.quote === null && outer.quote !== null && outer.quote.exact !== words) {
    return lost("The passage it counts from is not letter by letter the same, so its position means nothing now.");
  }
  work.spend(words.length * readingCost);
  if (work.isDone) return lost("Not looked for: this file asks for more than can be searched at once.");
  return shifted(anchorStep(placeOf(words), step, { units, work }), passage.start);
}

function placesOf(found: Anchoring): readonly AnchorCandidate[] {
  switch (found.placement) {
    case "exact":
    case "changed":
      return [found];
    case "ambiguous":
      return found.candidates;
    case "lost":
      return [];
  }
}

function shifted(found: Anchoring, by: number): Anchoring {
  switch (found.placement) {
    case "exact":
    case "changed":
      return { ...found, start: found.start + by, end: found.end + by };
    case "ambiguous":
      return {
        ...found,
        candidates: found.candidates.map((place) => ({ ...place, start: place.start + by, end: place.end + by })),
      };
    case "lost":
      return found;
  }
}
