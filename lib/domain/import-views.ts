import type { BlockPlace, BlockType, Direction, InlineMark } from "#lib/domain/block.ts";

/** What becomes of the tracked changes of a document: taken in, undone, or taken in with a note on each. */
export const trackedChanges = ["accept", "reject", "show"] as const;
export type TrackedChanges = (typeof trackedChanges)[number];

/** A value and where the document gave it, in words; null when it gave none. */
type ImportDetail = { readonly value: string; readonly from: string } | null;

/** A block of what was read. `why` says why reading left it out, and is null for what reading took. */
export type PieceView = {
  readonly id: number;
  readonly type: BlockType;
  readonly level: number | null;
  readonly dir: Direction;
  readonly text: string;
  /** Within `text`, UTF-16 code units; none reaches beyond it. */
  readonly marks: readonly InlineMark[];
  readonly place: BlockPlace | null;
  readonly taken: boolean;
  readonly why: "title" | "outside" | null;
};

/** A note of the document; `words` are those it is about, "" when they are not taken. */
export type NoteView = {
  readonly id: string;
  readonly kind: "comment" | "footnote" | "insertion" | "deletion";
  readonly by: string;
  readonly text: string;
  readonly words: string;
  readonly replies: number;
};

/** An article of the desk that an import seems to be. `frozenAt` is when its newest version was frozen, ISO 8601. */
export type SeenBefore = {
  readonly articleId: string;
  readonly title: string;
  readonly version: number;
  readonly frozenAt: string;
  readonly because: "address" | "text";
};

/** An import that is looked at before it becomes an article. */
export type ImportPreviewView = {
  readonly id: string;
  readonly metadata: Readonly<
    Record<"title" | "byline" | "publisher" | "publishedOn" | "address" | "language", ImportDetail>
  >;
  /** What is told and not kept with the article; `modified` is ISO 8601. */
  readonly besides: Readonly<Record<"modified" | "section" | "image", ImportDetail>>;
  /** At most 500, in the order of the document. */
  readonly pieces: readonly PieceView[];
  readonly page: { readonly number: number; readonly last: number };
  /** `characters` are UTF-16 code units of the text. */
  readonly counts: Readonly<Record<"taken" | "leftOut" | "words" | "characters", number>>;
  /** At most 200; `count` has all of them, `placed` those whose words are taken. */
  readonly notes: { readonly shown: readonly NoteView[]; readonly count: number; readonly placed: number };
  /** What was chosen for tracked changes; null when the document cannot have any. */
  readonly changes: TrackedChanges | null;
  readonly warnings: readonly string[];
  readonly original: { readonly sha256: string; readonly byteLength: number } | null;
  readonly seenBefore: SeenBefore | null;
};
