import type { CaptureView } from "#lib/domain/capture-views.ts";
import type { CslExtras } from "#lib/domain/csl.ts";
import type { EvidenceKind, Stance } from "#lib/domain/evidence.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { Likeness } from "#lib/domain/same-source.ts";
import type { WatchView } from "#lib/domain/watch.ts";

/** A source that a search found, merged ones as the source they were merged into. */
export type FoundSource = SourceView & { readonly uses: number; readonly lastUsedAt: string | null };

export type SourceList = {
  readonly sources: readonly FoundSource[];
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
  readonly mayEdit: boolean;
};

/** One piece of evidence that cites a source, on whatever claim. */
export type SourceUse = {
  readonly evidenceId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly claimId: string;
  readonly claimNumber: number;
  readonly statement: string;
  readonly stance: Stance;
  readonly kind: EvidenceKind;
  readonly passage: string;
  readonly locator: string;
  readonly confidential: boolean;
  readonly linkedBy: MemberView;
  readonly linkedAt: string;
};

/** A source with all that the desk knows of it; `id` is that of the source it was merged into, where it was. */
export type SourcePage = SourceView & {
  readonly csl: CslExtras;
  /** The ISBN with its hyphens. */
  readonly isbnShown: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly uses: readonly SourceUse[];
  readonly useCount: number;
  /** The cursor of the next page of uses; null on the last one. */
  readonly nextUses: string | null;
  /** At most 200, the newest first. */
  readonly captures: readonly CaptureView[];
  readonly watches: readonly WatchView[];
  readonly merged: readonly SourceView[];
  readonly similar: readonly (FoundSource & { readonly why: Likeness })[];
  readonly reference: Reference;
  readonly may: { readonly edit: boolean; readonly merge: boolean; readonly keep: boolean };
};

export const citationStyles = ["apa", "harvard1", "vancouver"] as const;
export type CitationStyle = (typeof citationStyles)[number];
export const citationStyleWords: Readonly<Record<CitationStyle, string>> = {
  apa: "APA",
  harvard1: "Harvard",
  vancouver: "Vancouver",
};

export const citationLanguages = ["en-US", "de-DE", "es-ES", "fr-FR", "nl-NL"] as const;
export type CitationLanguage = (typeof citationLanguages)[number];
export const citationLanguageWords: Readonly<Record<CitationLanguage, string>> = {
  "en-US": "English",
  "de-DE": "Deutsch",
  "es-ES": "Español",
  "fr-FR": "Français",
  "nl-NL": "Nederlands",
};

/** A formatted reference: its text, and the same in runs of which some are set in italics. */
export type Reference = {
  readonly style: CitationStyle;
  readonly language: CitationLanguage;
  readonly text: string;
  readonly runs: readonly { readonly text: string; readonly italic: boolean }[];
};
