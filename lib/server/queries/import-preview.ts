import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import type { ImportPreviewView, NoteView, PieceView } from "#lib/domain/import-views.ts";
import { ok } from "#lib/domain/result.ts";
import type { Span } from "#lib/domain/span.ts";
import { composeText, countWords } from "#lib/domain/text.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { seenBefore } from "#lib/server/queries/seen-before.ts";
import { isTaken, type StagedImport, stagedDocument, stagedText } from "#lib/server/repositories/staged-imports.ts";

const piecesOnPage = 500;
const mostNotes = 200;
/** UTF-16 code units of a block that are shown, and of the words of a note. */
const shownWords = 5_000;
const shownNote = 600;

/**
 * What was read by an import of one's own that is not frozen yet, to become a new article, piece by piece. `page` counts
 * from 1; beyond the last it is the last.
 */
export async function importPreview(
  context: Context,
  id: string,
  { page }: { readonly page: number } = { page: 1 },
): Promise<Outcome<ImportPreviewView>> {
  const { actor, db } = context;
  if (!can(actor, "article.import", actor)) return forbidden();
  const staged = await stagedDocument(db, { deskId: actor.deskId, memberId: actor.memberId, id });
  if (staged === null || staged.articleId !== null) return notFound();
  const { text, blocks, spans } = stagedText(staged);
  const { modified, section, image, ...metadata } = staged.metadata;
  const addresses = [metadata.address?.value, staged.original?.address];
  const last = Math.max(1, Math.ceil(staged.pieces.length / piecesOnPage));
  const number = Math.min(Math.max(1, page), last);
  return ok({
    id,
    metadata,
    besides: { modified, section, image },
    pieces: piecesOf(staged, (number - 1) * piecesOnPage),
    page: { number, last },
    counts: {
      taken: blocks.length,
      leftOut: staged.pieces.length - blocks.length,
      words: countWords(text),
      characters: text.length,
    },
    notes: {
      shown: staged.notes.slice(0, mostNotes).map((note) => noteView(note, text, spans.get(note.id) ?? [])),
      count: staged.notes.length,
      placed: staged.notes.filter((note) => spans.has(note.id)).length,
    },
    changes: staged.changes,
    warnings: staged.warnings,
    original: staged.original,
    seenBefore: await seenBefore(context, { addresses, text }),
  });
}

function piecesOf(staged: StagedImport, from: number): PieceView[] {
  return staged.pieces.slice(from, from + piecesOnPage).flatMap(({ block, why }, index): PieceView[] => {
    const { text, blocks } = composeText([block]);
    const [own] = blocks;
    if (own === undefined) return [];
    const id = from + index;
    const { type, level, dir, place = null } = own;
    const marks = own.marks.filter(({ end }) => end <= shownWords);
    return [{ id, type, level, dir, place, why, marks, text: shortened(text, shownWords), taken: isTaken(staged, id) }];
  });
}

function noteView(note: StagedImport["notes"][number], text: string, spans: readonly Span[]): NoteView {
  const words = spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
  const { id, kind, by, replies } = note;
  const said = shortened(note.text, shownNote);
  return { id, kind, by, text: said, words: shortened(words, shownNote), replies: replies.length };
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()} …`;
}
