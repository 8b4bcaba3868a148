import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import {
  type AnnotatedPlace,
  type AnnotatedWords,
  annotatedPlace,
  annotatedWords,
  noDetails,
  type PassageDetails,
} from "#lib/domain/annotation.ts";
import type { UnplacedRow } from "#lib/domain/annotation-views.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { annotationStatement } from "#lib/formats/annotations/annotation-statement.ts";
import type { ForeignAnnotation } from "#lib/formats/annotations/read-annotations.ts";

/** A passage of an annotation made elsewhere, and where it stands in a text. */
export type PlacedAnnotation = AnnotatedPlace & {
  readonly id: string | number | null;
  readonly statement: string;
  readonly words: AnnotatedWords;
  readonly details: PassageDetails;
  /** Why nothing can be made of it, in a sentence: it has neither words nor a place. Null otherwise. */
  readonly unusable: string | null;
};

/**
 * Where the passages of a file stand in a text, in the order of the file. Takes as long as `anchorAnnotations`: some
 * seconds for a hostile file. Fails for texts longer than that reads.
 */
export function placeAnnotations(
  annotations: readonly ForeignAnnotation[],
  version: ComposedText,
): Result<PlacedAnnotation[], "text-too-long"> {
  const anchors = anchorAnnotations(version.text, annotations);
  if (!anchors.ok) return err(anchors.error);
  const placed = annotations.flatMap(({ id, ways, bodies }, index): PlacedAnnotation[] => {
    const anchor = anchors.value[index];
    if (anchor === undefined) return [];
    const found = anchor.start === null ? null : version.text.slice(anchor.start, anchor.end);
    const words = annotatedWords(ways, found);
    const place = annotatedPlace(anchor, words, version);
    const unusable = place.kind === "lost" && words.exact.trim() === "" ? (anchor.reason ?? noWords) : null;
    return [{ ...place, id, statement: annotationStatement(bodies), words, details: noDetails, unusable }];
  });
  return ok(placed);
}

const noWords = "It has no words to look for.";

/** Of placed passages those that nothing can be made of, but for annotations, which say nothing of where they come from. */
export function unplacedRows(placed: readonly PlacedAnnotation[]): readonly UnplacedRow[] {
  return placed.flatMap(({ unusable, details: { label }, words, statement }) =>
    unusable === null || label === "" ? [] : [{ label, words: words.exact || statement }],
  );
}
