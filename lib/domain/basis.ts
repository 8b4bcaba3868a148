import type { StaleReason } from "#lib/domain/claim.ts";
import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import { typographicFold } from "#lib/domain/fold.ts";

const basisScheme = 1;

type EvidenceBasis = {
  readonly id: string;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly origin: string | null;
  readonly source: string;
  readonly passage: string;
  readonly locator: string;
  readonly capture: string | null;
  readonly note: string;
  /** Absent where nothing is calculated, so that what was given before there were calculations keeps its digest. */
  readonly calculation?: string;
};

/**
 * Everything a verdict revision rests on, as the value whose RFC 8785 form is hashed: scheme, folded quote, folded
 * containing blocks, statement, claimant, date and place, evidence by id. Order of display and the source's
 * descriptive fields are not in it.
 */
export type Basis = {
  readonly scheme: number;
  readonly quote: string;
  readonly blocks: readonly string[];
  readonly statement: string;
  readonly claimant: string;
  readonly saidOn: string;
  readonly saidIn: string;
  readonly evidence: readonly EvidenceBasis[];
};

export type BasisInput = Omit<Basis, "scheme">;

export function basisOf(input: BasisInput): Basis {
  return {
    scheme: basisScheme,
    quote: typographicFold(input.quote),
    blocks: input.blocks.map(typographicFold),
    statement: input.statement,
    claimant: input.claimant,
    saidOn: input.saidOn,
    saidIn: input.saidIn,
    evidence: [...input.evidence].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** What differs between the basis a verdict was given on and the present one, the weightiest first. */
export function basisChanges(then: Basis, now: Basis): StaleReason[] {
  const reasons: StaleReason[] = [];
  if (then.quote !== now.quote) reasons.push("quote");
  if (!isSame(then.blocks, now.blocks) && then.quote === now.quote) reasons.push("surroundings");
  if (statementOf(then) !== statementOf(now)) reasons.push("statement");
  if (!isSame(then.evidence, now.evidence)) reasons.push("evidence");
  return reasons;
}

function statementOf(basis: Basis): string {
  return JSON.stringify([basis.statement, basis.claimant, basis.saidOn, basis.saidIn]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** "Evidence 3 was added", for the reader who has seen the earlier revision. Numbers are places in `now`. */
export function basisChangeSentences(then: Basis, now: Basis): string[] {
  const sentences: string[] = [];
  const reasons = basisChanges(then, now);
  if (reasons.includes("quote")) sentences.push("The quote changed.");
  if (reasons.includes("surroundings")) sentences.push("The paragraph around the quote changed.");
  if (then.statement !== now.statement) sentences.push("The statement changed.");
  if (then.claimant !== now.claimant) sentences.push("The claimant changed.");
  if (then.saidOn !== now.saidOn || then.saidIn !== now.saidIn) sentences.push("When or where it was said changed.");
  const earlier = new Map(then.evidence.map((item) => [item.id, item]));
  const present = new Map(now.evidence.map((item) => [item.id, item]));
  const added = now.evidence.filter((item) => !earlier.has(item.id)).length;
  const removed = then.evidence.filter((item) => !present.has(item.id)).length;
  const edited = now.evidence.filter((item) => earlier.has(item.id) && !isSame(earlier.get(item.id), item)).length;
  if (added > 0)
    sentences.push(added === 1 ? "A piece of evidence was added." : `${added} pieces of evidence were added.`);
  if (removed > 0)
    sentences.push(removed === 1 ? "A piece of evidence was removed." : `${removed} pieces of evidence were removed.`);
  if (edited > 0)
    sentences.push(edited === 1 ? "A piece of evidence was edited." : `${edited} pieces of evidence were edited.`);
  return sentences;
}
