import "server-only";
import type { Actor } from "#lib/domain/role.ts";
import type { Span } from "#lib/domain/span.ts";
import { notePassages } from "#lib/formats/annotations/note-passages.ts";
import type { ImportedNote } from "#lib/formats/import/imported-document.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { keepAnnotations, stagedAnnotations } from "#lib/server/repositories/staged-annotations.ts";

/** A note of a document and the words of a version it is about, UTF-16 code units. */
export type StagedNote = ImportedNote & { readonly spans: readonly Span[] };

type Noted = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly versionId: string;
  /** Names the staged set: its preview is at /articles/{articleId}/annotations/{stagedId}. */
  readonly stagedId: string;
  /** The text of that version. */
  readonly text: string;
  readonly notes: readonly StagedNote[];
};

/** What a preview shows at once; further notes of a document are not staged. */
const mostPassages = 2000;

/**
 * Keeps the comments, footnotes and tracked changes of a document that became a version, for whoever imported it to bring
 * in as claims. The caller has permitted the import. Staged twice, or brought in already, nothing changes.
 */
export async function stageNotes(tx: Tx, noted: Noted, now: Date): Promise<void> {
  const { actor, articleId, versionId, stagedId, text, notes } = noted;
  const key = { deskId: actor.deskId, memberId: actor.memberId, id: stagedId };
  if (notes.length === 0 || (await stagedAnnotations(tx, key)) !== null) return;
  const language = (await articleById(tx, actor.deskId, articleId))?.language ?? "";
  const passages = notePassages(notes, { text, language }).slice(0, mostPassages);
  const set = { articleId, fileName: "", source: null, from: "notes" as const, versionId, passages, broughtIn: null };
  await keepAnnotations(tx, key, set, now);
}
