import type { Direction } from "#lib/domain/block.ts";

/** What becomes of a passage of a file: how it comes in, or why it does not. */
export const annotationFates = ["exact", "changed", "ambiguous", "lost", "there", "double", "unusable"] as const;
export type AnnotationFate = (typeof annotationFates)[number];

/** One passage of a file of annotations, as it would come into the article. */
export type AnnotationRow = {
  /** In the order of the file, from 1. */
  readonly number: number;
  /** What it was where it comes from ("Row 12", "Footnote"); empty for an annotation. */
  readonly label: string;
  /** Whether it comes in unless somebody leaves it out. */
  readonly kept: boolean;
  readonly fate: AnnotationFate;
  /** The annotation's words, or, where it gave none, those at its position; at most 300 units. */
  readonly words: string;
  readonly dir: Direction;
  readonly statement: string;
  /** The titles or addresses of the sources that come in as evidence. */
  readonly sources: readonly string[];
  readonly note: string;
  /** The paragraph where they stand in the text, from 1; null where they have no place, or several. */
  readonly paragraph: number | null;
  /** How many places fit, when ambiguous. */
  readonly places: number;
  /** The claim that has these words already. */
  readonly claim: { readonly id: string; readonly number: number } | null;
  /** The other passage of the file that stands for both. */
  readonly sameAs: number | null;
  /** Why it cannot be used, in a sentence; empty otherwise. */
  readonly reason: string;
};

/** A row of a sheet, or a note of a document, that has no place in the text; for copying. */
export type UnplacedRow = { readonly label: string; readonly words: string };

export type BroughtIn = { readonly claims: number; readonly toPlace: number };

/** A file of annotations of one's own that was read and not brought in yet, or was, and then what came of it. */
export type AnnotationsDraft = {
  readonly importId: string;
  readonly fileName: string;
  readonly passages: number;
  /** How many claims bringing it in makes, and how many of them somebody has to place. */
  readonly claims: number;
  readonly toPlace: number;
  readonly counts: Readonly<Record<AnnotationFate, number>>;
  /** Those of a file the first 50, those of notes and of sheets all. */
  readonly rows: readonly AnnotationRow[];
  readonly unplaced: readonly UnplacedRow[];
  readonly broughtIn: BroughtIn | null;
};

export type AnnotationsPage = {
  readonly articleId: string;
  readonly title: string;
  readonly version: { readonly id: string; readonly number: number };
  /** Null where no file is asked for. */
  readonly draft: AnnotationsDraft | null;
};
