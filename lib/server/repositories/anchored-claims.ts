import "server-only";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { type AnnotatedPlace, annotatedPlace } from "#lib/domain/annotation.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import type { ClaimToCarry } from "#lib/server/repositories/placed-before.ts";

/**
 * Where a text has the claims that came in from annotations and that nobody has settled in any version: they have no
 * earlier place to go by, so they are looked for again by the annotation's words. By claim; those not found are left
 * out. What was meant inside another passage never settles here, for that passage is not looked for again.
 */
export function anchoredClaims(
  claims: readonly ClaimToCarry[],
  next: ComposedText,
): ReadonlyMap<string, AnnotatedPlace> {
  const asked = claims.flatMap(({ claimId, settled, annotation }) => {
    return settled === null && annotation !== null && annotation.exact !== "" ? [{ claimId, annotation }] : [];
  });
  const requests = asked.map(({ claimId, annotation: { exact, prefix, suffix } }) => {
    return { id: claimId, ways: [[{ quote: { exact, prefix, suffix }, position: null }] as const], problems: [] };
  });
  const anchors = anchorAnnotations(next.text, requests);
  if (!anchors.ok) throw new Error("A version is longer than any import may be.");
  const places = new Map<string, AnnotatedPlace>();
  for (const [index, { claimId, annotation }] of asked.entries()) {
    const anchor = anchors.value[index];
    if (anchor === undefined) continue;
    const place = annotatedPlace(anchor, annotation, next);
    if (place.kind === "lost") continue;
    places.set(claimId, place.kind === "exact" && annotation.refined ? { ...place, kind: "changed" } : place);
  }
  return places;
}
