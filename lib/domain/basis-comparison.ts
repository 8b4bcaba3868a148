import type { Basis } from "#lib/domain/basis.ts";

/** What stood in one place then and now; "" where nothing did. */
export type Change = { readonly field: string; readonly before: string; readonly after: string };

export type EvidenceChange = {
  readonly id: string;
  readonly kind: "added" | "removed" | "changed";
  readonly source: string;
  readonly changes: readonly Change[];
};

export type BasisComparison = {
  /** The quote, the paragraphs around it and what the statement says, those that differ. */
  readonly changes: readonly Change[];
  readonly evidence: readonly EvidenceChange[];
};

type EvidencePart = Basis["evidence"][number];

const paragraphs = (basis: Basis) => basis.blocks.join("\n");

const parts: readonly (readonly [string, (basis: Basis) => string])[] = [
  ["Quote", (basis) => basis.quote],
  ["Paragraph around it", paragraphs],
  ["Statement", (basis) => basis.statement],
  ["Claimant", (basis) => basis.claimant],
  ["Said on", (basis) => basis.saidOn],
  ["Said in", (basis) => basis.saidIn],
];

/** Two bases part by part, and their evidence piece by piece, in the order of the later one and then what was removed. */
export function compareBases(then: Basis, now: Basis): BasisComparison {
  const earlier = new Map(then.evidence.map((item) => [item.id, item]));
  const present = new Map(now.evidence.map((item) => [item.id, item]));
  const evidence = now.evidence.flatMap((item): EvidenceChange[] => {
    const before = earlier.get(item.id);
    const changes = evidenceChanges(before, item);
    if (before !== undefined && changes.length === 0) return [];
    const kind = before === undefined ? "added" : "changed";
    return [{ id: item.id, kind, source: item.source, changes }];
  });
  const removed = then.evidence
    .filter((item) => !present.has(item.id))
    .map((item): EvidenceChange => {
      return { id: item.id, kind: "removed", source: item.source, changes: evidenceChanges(item, undefined) };
    });
  const changes = parts.map(([field, of]) => ({ field, before: of(then), after: of(now) }));
  return { changes: changes.filter(differs), evidence: [...evidence, ...removed] };
}

const evidenceParts: readonly (readonly [string, (item: EvidencePart) => string])[] = [
  ["Passage", (item) => item.passage],
  ["Place", (item) => item.locator],
  ["Note", (item) => item.note],
  ["Calculation", (item) => item.calculation ?? ""],
  ["Stance", (item) => item.stance],
  ["Kind", (item) => item.kind],
  ["Source", (item) => item.source],
  ["Origin", (item) => item.origin ?? ""],
  ["Kept copy", (item) => item.capture ?? ""],
];

/** What a piece that is on one side only says counts as its passage, place, note and calculation. */
function evidenceChanges(before: EvidencePart | undefined, after: EvidencePart | undefined): Change[] {
  const shown = before === undefined || after === undefined ? evidenceParts.slice(0, 4) : evidenceParts;
  const changes = shown.map(([field, of]) => ({
    field,
    before: before === undefined ? "" : of(before),
    after: after === undefined ? "" : of(after),
  }));
  return changes.filter(differs);
}

function differs({ before, after }: Change): boolean {
  return before !== after;
}
