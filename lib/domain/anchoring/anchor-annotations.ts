import {
  type Anchor,
  type AnchorCandidate,
  type Anchoring,
  type AnchorRequest,
  type AnchorStep,
  type AnchorWay,
  ambiguous,
  lost,
} from "#lib/domain/anchoring/anchor.ts";
import { anchorStep, type Place, placeOf } from "#lib/domain/anchoring/anchor-step.ts";
import { provenUnits, type Units } from "#lib/domain/anchoring/position.ts";
import { Work } from "#lib/domain/anchoring/work.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/** The longest text, UTF-16 code units. */
export const longestAnchored = 20_000_000;
const mostSteps = 300_000_000;

type How = { readonly whole: Place; readonly units: Units; readonly work: Work };

/**
 * Finds the passages of annotations made elsewhere in a text of which only the present wording is known, after the
 * selectors of the W3C Web Annotation Data Model (4.2). Answers in the order of the requests; offsets are UTF-16 code
 * units of `text`, taken as it is.
 *
 * `exact`: the quote's words under the typographic fold, once, with its context; `changed`: some words differ;
 * `ambiguous`: a person has to choose; `lost`: nowhere. Nothing is ever `moved`, which takes the older text to know.
 *
 * Positions count code points, as the standard says. Where a quote proves that UTF-16 units were meant, they are; where the
 * quotes of the file prove UTF-16 and none proves code points, positions without a quote are read as UTF-16 too.
 *
 * Time grows with the text plus the annotations: it stops looking after 300 million steps, some
 * seconds, and says so.
 */
export function anchorAnnotations(text: string, requests: readonly AnchorRequest[]): Result<Anchor[], "text-too-long"> {
  if (text.length > longestAnchored) return err("text-too-long");
  const whole = placeOf(text);
  const units = provenUnits(text, whole.points, pairsOf(requests));
  const how = { whole, units, work: new Work(mostSteps) };
  return ok(requests.map((request) => ({ id: request.id, ...answer(request, how) })));
}

function* pairsOf(requests: readonly AnchorRequest[]) {
  for (const { ways } of requests) {
    for (const [{ quote, position }] of ways) if (quote !== null && position !== null) yield { quote, position };
  }
}

function answer({ ways, problems }: AnchorRequest, how: How): Anchoring {
  let best: Anchoring | null = null;
  for (const way of ways) {
    const found = follow(way, how);
    if (best === null || ranks[found.placement] > ranks[best.placement]) best = found;
    if (best.placement === "exact") break;
  }
  if (best === null)
    return lost(problems.length > 0 ? problems.join(" ") : "No selector of this annotation can be used.");
  return problems.length === 0 ? best : { ...best, reason: [best.reason ?? "", ...problems].join(" ").trim() };
}

const ranks = { exact: 3, changed: 2, ambiguous: 1, lost: 0 };

/** Goes from the outermost passage inwards; each step is looked for in the passage before it. */
function follow([first, ...rest]: AnchorWay, { whole, units, work }: How): Anchoring {
  let found = anchorStep(whole, first, { units, work });
  for (const step of rest) found = refine(found, step, { whole, units, work });
  return found;
}

function refine(outer: Anchoring, step: AnchorStep, { whole, units, work }: How): Anchoring {
  const within = (start: number, end: number): Anchoring => {
    work.spend(end - start);
    if (work.isDone) return lost("Not looked for: this file asks for more than can be searched at once.");
    const inner = anchorStep(placeOf(whole.text.slice(start, end)), step, { units, work });
    return shifted(inner, start);
  };
  switch (outer.placement) {
    case "lost":
      return lost(`The passage it lies in was not found. ${outer.reason}`);
    case "changed":
      if (step.quote === null) return lost("The passage it counts from changed, so its position means nothing now.");
      return within(outer.start, outer.end);
    case "exact":
      return within(outer.start, outer.end);
    case "ambiguous": {
      const inner = outer.candidates.map((candidate) => within(candidate.start, candidate.end));
      const candidates = inner.flatMap(placesOf);
      return candidates.length === 0
        ? lost("No passage that it may lie in holds it.")
        : ambiguous(candidates, outer.reason);
    }
  }
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
