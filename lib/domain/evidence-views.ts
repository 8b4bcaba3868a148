import type { EvidenceKind, SourceKind, Stance } from "#lib/domain/evidence.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { PassageState, WatchState } from "#lib/domain/watch.ts";

export type SourceView = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publication: string;
  readonly author: string;
  readonly publishedOn: string;
  readonly address: string;
  /** In lower case, and 13 digits; "" where there is none. */
  readonly doi: string;
  readonly isbn: string;
  /** Who pays it, what it has at stake, which side it is on. */
  readonly interests: string;
  readonly rowVersion: number;
};

export type EvidenceView = {
  readonly id: string;
  readonly source: SourceView;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly passage: string;
  readonly locator: string;
  readonly note: string;
  readonly accessedOn: string;
  readonly originLabel: string | null;
  /** An earlier piece of another origin that says nearly the same in the same words, where nobody has said yet whether they differ. */
  readonly sameWordsAs: string | null;
  readonly confidential: boolean;
  /** How a confidential source is named outside the desk. */
  readonly publicAs: string;
  readonly calculation: readonly CalculationStep[];
  /** The kept copy that it is bound to. */
  readonly capture: KeptCopy | null;
  /** The words around the passage in the kept copy. */
  readonly context: { readonly before: string; readonly after: string } | null;
  /** What watching found at the source, where it is watched. */
  readonly watch: EvidenceWatch | null;
  readonly linkedBy: MemberView;
  readonly editedBy: MemberView;
  readonly updatedAt: string;
  readonly rowVersion: number;
  /** Linked or edited after the verdict's latest revision. */
  readonly isNew: boolean;
};

/** More of a claim's evidence, in its order; `more` while there is any after it. */
export type EvidenceRest = { readonly evidence: readonly EvidenceView[]; readonly more: boolean };

/** Evidence of another claim, to be taken over. */
export type ReusableEvidence = {
  readonly id: string;
  readonly source: SourceView;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly passage: string;
  readonly locator: string;
  readonly confidential: boolean;
  readonly isKept: boolean;
  readonly claim: { readonly number: number; readonly statement: string; readonly articleTitle: string };
};

/** One line of a calculation, and what it comes to; `problem` says why it does not, null when it does. */
export type CalculationStep = { readonly line: string; readonly result: string; readonly problem: string | null };

/** `span` is the passage in the copy's text, UTF-16 code units, null where it was not selected there. */
export type KeptCopy = {
  readonly id: string;
  readonly sha256: string;
  readonly obtainedAt: string;
  readonly span: { readonly start: number; readonly end: number } | null;
};

/** `now` are the words that stand in the place of the passage. */
export type EvidenceWatch = {
  readonly state: WatchState;
  readonly passage: PassageState | null;
  readonly now: string;
  readonly checkedAt: string | null;
};
