import { type Anchoring, type AnchorRequest, lost } from "#lib/domain/anchoring/anchor.ts";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";
import { likeness, sketchOf } from "#lib/domain/text-sketch.ts";
import type { PassageState } from "#lib/domain/watch.ts";

/** Words that evidence relies on, with the words around them where they are known. */
export type RelyingPassage = {
  readonly evidenceId: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** `now` are the words that stand in the place of a changed passage. */
export type PassageNow = { readonly evidenceId: string; readonly state: PassageState; readonly now: string };

/** Longer words than these are no passage that anybody compares by eye. */
const longestShown = 2000;

/**
 * Whether each passage still stands in a text: the very words under the typographic fold (found), other words in their
 * place (changed), or nothing of them (gone).
 */
export function passagesNow(text: string, passages: readonly RelyingPassage[]): PassageNow[] {
  const anchors = anchorAnnotations(text, passages.map(requestOf));
  // So long a text was not searched, so nothing is said about it.
  if (!anchors.ok) return [];
  return passages.map(({ evidenceId, exact }, index) => {
    const anchor = anchors.value[index] ?? lost("");
    const words = placesOf(anchor).map(({ start, end }) => text.slice(start, end));
    const [first] = words;
    if (first === undefined) return { evidenceId, state: "gone", now: "" };
    const stands =
      anchor.placement !== "changed" && words.some((same) => typographicFold(same) === typographicFold(exact));
    return stands ? { evidenceId, state: "found", now: "" } : changedTo(evidenceId, first);
  });
}

function requestOf({ evidenceId, exact, prefix, suffix }: RelyingPassage): AnchorRequest {
  return { id: evidenceId, ways: [[{ quote: { exact, prefix, suffix }, position: null }]], problems: [] };
}

function placesOf(anchor: Anchoring): readonly Span[] {
  if (anchor.placement === "ambiguous") return anchor.candidates;
  return anchor.placement === "lost" ? [] : [anchor];
}

function changedTo(evidenceId: string, now: string): PassageNow {
  return { evidenceId, state: "changed", now: now.slice(0, longestShown) };
}

/** Below this share of common runs of words a text is another page rather than a changed one. */
const samePage = 0.1;

/** Whether a text reads like another page: an error, a question for consent, a front page. */
export function isAnotherPage(older: string, newer: string): boolean {
  return likeness(sketchOf(older), sketchOf(newer)) < samePage;
}
