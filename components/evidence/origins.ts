import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import { independentOrigins } from "#lib/domain/origins.ts";

/** How a piece of evidence counts: under which named origin, and which earlier piece it is one with (its number). */
export type OriginNote = { readonly label: string | null; readonly oneWith: number | null };

/** By piece, of those that share an origin or have a named one. Numbers count the pieces from 1. */
export function originNotes(evidence: readonly EvidenceView[]): ReadonlyMap<string, OriginNote> {
  const numbers = new Map(evidence.map((item, index) => [item.id, index + 1]));
  const labels = new Map(evidence.map((item) => [item.id, item.originLabel]));
  const notes = originsOf(evidence).flatMap((ids) => {
    const label = ids.map((id) => labels.get(id) ?? null).find((found) => found !== null) ?? null;
    const [first = ""] = ids;
    const firstNumber = numbers.get(first) ?? null;
    if (ids.length === 1 && label === null) return [];
    return ids.map((id): [string, OriginNote] => [id, { label, oneWith: id === first ? null : firstNumber }]);
  });
  return new Map(notes);
}

/** "3 pieces, 2 origins", or nothing. Of more pieces than are shown only their number is known. */
export function evidenceCount(claim: {
  readonly evidence: readonly EvidenceView[];
  readonly evidenceCount: number;
}): string {
  const { evidence, evidenceCount: all } = claim;
  if (all === 0) return "";
  const pieces = all === 1 ? "1 piece" : `${all.toLocaleString("en")} pieces`;
  if (all > evidence.length) return pieces;
  const origins = originsOf(evidence).length;
  return `${pieces}, ${origins === 1 ? "1 origin" : `${origins} origins`}`;
}

function originsOf(evidence: readonly EvidenceView[]) {
  return independentOrigins(
    evidence.map(({ id, originLabel, source }) => ({ id, originId: originLabel, sourceId: source.id })),
  );
}
