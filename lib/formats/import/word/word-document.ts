import type { BlockDraft, DraftMark } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { sameWords, textOfDraft } from "#lib/formats/import/block-words.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type {
  DroppedBlock,
  ImportedDocument,
  ImportedMetadata,
  ImportedNote,
} from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { foundLine } from "#lib/formats/import/metadata-values.ts";
import { cameInWith } from "#lib/formats/import/word/came-in.ts";
import type { ChangeLog } from "#lib/formats/import/word/change-log.ts";
import type { CommentThreads } from "#lib/formats/import/word/comment-threads.ts";
import type { Story, StoryItem } from "#lib/formats/import/word/story.ts";
import { noteLimit } from "#lib/formats/import/word/story.ts";

const droppedLimit = 1_000;

export type Told = {
  readonly story: Story;
  readonly log: ChangeLog;
  readonly threads: CommentThreads;
  readonly footnotes: readonly ImportedNote[];
  /** What pictures say in words. */
  readonly pictures: ReadonlySet<string>;
};

/** The document as an import yields it, from what was told and what the file says about itself. */
export function wordDocument(
  format: "docx" | "odt",
  { story, log, threads, footnotes, pictures }: Told,
  metadata: Partial<ImportedMetadata>,
): Result<ImportedDocument, ImportProblem> {
  const items = story.settle();
  const comments = threads.notes();
  const notes = [...comments, ...footnotes, ...log.notes()];
  if (story.isTooComplex || notes.length > noteLimit) return err({ kind: "too-complex" });
  const ids = new Set(notes.map(({ id }) => id));
  const blocks: BlockDraft[] = [];
  const dropped: DroppedBlock[] = [];
  for (const [index, { draft, outside }] of items.entries()) {
    if (!outside && !isEcho(items, index, pictures)) blocks.push(withNotes(draft, ids));
    else if (outside && dropped.length < droppedLimit)
      dropped.push({ before: blocks.length, block: draft, why: "outside" });
  }
  const titled = items.find((item) => item.isTitle)?.draft;
  const first = blocks[0];
  const title =
    (titled === undefined ? null : foundLine(textOfDraft(titled), "the title paragraph")) ??
    metadata.title ??
    (first?.type === "heading" && first.level === 1 ? foundLine(textOfDraft(first), "the first heading") : null);
  const counts = {
    comments: comments.length,
    resolved: threads.resolved,
    footnotes: footnotes.length,
    changes: log.count,
  };
  return ok({
    blocks,
    dropped,
    notes,
    format,
    metadata: { ...noMetadata, ...metadata, title },
    warnings: cameInWith(counts, log.choice),
    hasTrackedChanges: log.count > 0,
  });
}

/** Without the marks of notes that say nothing, as of an inserted space. */
function withNotes(draft: BlockDraft, ids: ReadonlySet<string>): BlockDraft {
  const isKnown = (mark: DraftMark) => mark.type !== "note" || ids.has(mark.id);
  if (draft.runs.every((run) => run.marks.every(isKnown))) return draft;
  return { ...draft, runs: draft.runs.map((run) => ({ ...run, marks: run.marks.filter(isKnown) })) };
}

/** A picture's words that its caption says as well. */
function isEcho(items: readonly StoryItem[], index: number, pictures: ReadonlySet<string>): boolean {
  const draft = items[index]?.draft;
  if (draft?.type !== "caption" || !pictures.has(textOfDraft(draft))) return false;
  const said = sameWords(textOfDraft(draft));
  return [items[index - 1]?.draft, items[index + 1]?.draft].some((other) => {
    if (other?.type !== "caption") return false;
    const words = textOfDraft(other);
    return !pictures.has(words) && sameWords(words).includes(said);
  });
}
