import "server-only";
import type { Span } from "#lib/domain/span.ts";
import { articleDetails } from "#lib/formats/import/article-details.ts";
import { documentPieces } from "#lib/formats/import/document-pieces.ts";
import type { ImportedDocument, ImportedNote } from "#lib/formats/import/imported-document.ts";
import type { StagedNote } from "#lib/server/use-cases/stage-notes.ts";

/** What a read document has to keep until it is frozen. */
export function stagedParts(read: ImportedDocument) {
  const { modified, section, image } = read.metadata;
  return {
    format: read.format,
    metadata: { ...articleDetails(read.metadata), modified, section, image },
    warnings: [...read.warnings],
    notes: read.notes.map(storable),
    pieces: documentPieces(read).map(({ block, ...piece }) => ({ ...piece, block: changeable(block) })),
  };
}

/** Postgres keeps neither NUL nor half a character. */
function storable(note: ImportedNote) {
  const whole = (text: string) => text.replaceAll("\0", "").toWellFormed();
  const said = ({ by, at, text }: { by: string; at: string; text: string }) => ({
    by: whole(by),
    at: whole(at),
    text: whole(text),
  });
  return { id: note.id, kind: note.kind, ...said(note), replies: note.replies.map(said) };
}

function changeable(block: ReturnType<typeof documentPieces>[number]["block"]) {
  return {
    ...block,
    runs: block.runs.map((run) => ({ text: run.text, marks: run.marks.map((mark) => ({ ...mark })) })),
  };
}

/** The notes that are about words of the text, in which `spans` says where they are. */
export function notesWithWords(
  { notes }: { readonly notes: readonly ImportedNote[] },
  spans: ReadonlyMap<string, readonly Span[]>,
): StagedNote[] {
  return notes.flatMap((note) => {
    const own = spans.get(note.id) ?? [];
    return own.length === 0 ? [] : [{ ...note, spans: own }];
  });
}
