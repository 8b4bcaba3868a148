import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import {
  type AnnotatedPlace,
  type AnnotatedWords,
  annotatedPlace,
  type PassageDetails,
  wholeSpan,
} from "#lib/domain/annotation.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { Span } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import type { PlacedAnnotation } from "#lib/formats/annotations/place-annotations.ts";

/**
 * A passage that a comment, a footnote or a row of a sheet is about, by its words; they are empty where it is about none.
 * `span` is where they stand in the version they were noted in, null where that is to be looked for.
 */
export type StagedPassage = PassageDetails & {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly span: Span | null;
  readonly statement: string;
};

/** `notedIn` tells that this is the version of the spans. Passages that `mustStand` become no claim where they do not. */
type Placing = { readonly notedIn: boolean; readonly mustStand: boolean };

/**
 * Where passages stand in a text, in their order: at their span in the text they were noted in, elsewhere where their
 * words are. Takes as long as `anchorAnnotations`, and fails for texts longer than that reads.
 */
export function placePassages(
  passages: readonly StagedPassage[],
  version: ComposedText,
  { notedIn, mustStand }: Placing,
): Result<PlacedAnnotation[], "text-too-long"> {
  const requests = passages.map(({ exact, prefix, suffix, span }, id) => {
    const isSought = exact.trim() !== "" && !(notedIn && span !== null);
    return {
      id,
      ways: isSought ? [[{ quote: { exact, prefix, suffix }, position: null }] as const] : [],
      problems: [],
    };
  });
  const anchors = anchorAnnotations(version.text, requests);
  if (!anchors.ok) return err(anchors.error);
  return ok(
    passages.map(({ exact, prefix, suffix, span, statement, ...details }, index): PlacedAnnotation => {
      const words = { exact, prefix, suffix, refined: false };
      const anchor = anchors.value[index] ?? { placement: "lost", start: null, end: null, confidence: 0, reason: "" };
      const place =
        notedIn && span !== null
          ? placeAt(span, words, version)
          : { place: annotatedPlace(anchor, words, version), words };
      const unusable = exact.trim() === "" ? noWords : mustStand && place.place.kind === "lost" ? notThere : null;
      return { ...place.place, id: null, statement, words: place.words, details, unusable };
    }),
  );
}

const noWords = "It is about no words of this text.";
const notThere = "These words are not in the text.";

/** At its own place, widened to whole words. */
function placeAt(
  span: Span,
  words: AnnotatedWords,
  version: ComposedText,
): { readonly place: AnnotatedPlace; readonly words: AnnotatedWords } {
  const whole = wholeSpan(span, version) ?? span;
  const own = { ...words, exact: version.text.slice(whole.start, whole.end) };
  return { place: annotatedPlace({ placement: "exact", ...whole, confidence: 1 }, own, version), words: own };
}
