import "server-only";
import { z } from "zod";
import { trackedChanges } from "#lib/domain/import-views.ts";
import type { Span } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { composeNoted } from "#lib/domain/text.ts";
import { documentFormats } from "#lib/formats/import/imported-document.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { draftAt, keepDraft } from "#lib/server/repositories/drafts.ts";
import { composedSchema, piecesSchema } from "#lib/server/repositories/staged-pieces.ts";

const found = z.object({ value: z.string(), from: z.string() }).nullable();

const original = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  byteLength: z.number(),
  fileName: z.string(),
  address: z.string(),
  obtainedBy: z.string(),
  obtainedAt: z.string(),
});

const note = z.object({
  id: z.string(),
  kind: z.enum(["comment", "footnote", "insertion", "deletion"]),
  by: z.string(),
  at: z.string(),
  text: z.string(),
  replies: z.array(z.object({ by: z.string(), at: z.string(), text: z.string() })),
});

const details = z.object({
  format: z.enum(documentFormats),
  importedFrom: z.string(),
  metadata: z.object({
    title: found,
    byline: found,
    publisher: found,
    publishedOn: found,
    address: found,
    language: found,
    modified: found.default(null),
    section: found.default(null),
    image: found.default(null),
  }),
  warnings: z.array(z.string()),
  notes: z.array(note).default([]),
  /** What became of tracked changes; null when the document's kind has none. */
  changes: z.enum(trackedChanges).nullable().default(null),
  /** The bytes it was read from, in the blob store; null when it was written here. */
  original: original.nullable().default(null),
  /** The article that this becomes the next version of; null when it becomes an article of its own. */
  articleId: z.string().nullable().default(null),
  /** The number of the version that an edited text was begun from. */
  began: z.number().nullable().default(null),
});
const staged = details.extend({ pieces: piecesSchema });
const fields = z.union([
  staged,
  z.intersection(
    details,
    composedSchema.transform((pieces) => ({ pieces })),
  ),
]);

/** The numbers of the pieces that somebody took although reading did not, or left out although reading took them. */
const choices = z.object({ moved: z.array(z.number()) });

/**
 * What an import read, before somebody has looked at it and frozen it. It belongs to whoever imports, like a draft.
 * `pieces` are the document's blocks in order, as reading took them or left them out; `moved` are those that a person
 * decided otherwise on, by their index.
 */
export type StagedImport = z.output<typeof staged> & { readonly moved: ReadonlySet<number> };
export type StagedOriginal = z.output<typeof original>;

type Key = { readonly deskId: string; readonly memberId: string; readonly id: string };

const keyOf = ({ deskId, memberId, id }: Key) => ({ deskId, memberId, key: `import:${id}` });
/** Beside the import and not in it: a choice writes a few numbers and not a whole text. */
const choicesKey = ({ deskId, memberId, id }: Key) => ({ deskId, memberId, key: `import-choices:${id}` });

/**
 * Keeps a document as it was read, in the place of what was staged under this id and of the choices made in that, in one
 * statement. The import is held before its choices are dropped, as everywhere, so that no two wait for each other.
 */
export async function stageDocument(tx: Tx, key: Key, document: z.input<typeof staged>, now: Date): Promise<void> {
  const { deskId, memberId, key: name } = keyOf(key);
  await tx.$executeRaw`
    WITH kept AS (
      INSERT INTO "Draft" ("deskId", "memberId", key, fields, "updatedAt")
      VALUES (${deskId}::uuid, ${memberId}::uuid, ${name}, ${JSON.stringify(document)}::jsonb, ${now})
      ON CONFLICT ("deskId", "memberId", key) DO UPDATE SET fields = EXCLUDED.fields, "updatedAt" = EXCLUDED."updatedAt"
      RETURNING 1
    )
    DELETE FROM "Draft"
    WHERE EXISTS (SELECT 1 FROM kept)
      AND "deskId" = ${deskId}::uuid AND "memberId" = ${memberId}::uuid AND key = ${choicesKey(key).key}`;
}

/** Has the staged import become the next version of an article; choices stay. */
export async function keepAsVersionOf(tx: Tx, key: Key, { articleId, now }: { articleId: string; now: Date }) {
  const row = await draftAt(tx, keyOf(key));
  if (row === null) return;
  await keepDraft(tx, { ...keyOf(key), fields: { ...fields.parse(row.fields), articleId }, now });
}

export async function stagedDocument(tx: Tx, key: Key): Promise<StagedImport | null> {
  const row = await draftAt(tx, keyOf(key));
  return row === null ? null : await withChoices(tx, key, row.fields);
}

/** As `stagedDocument`, and holds the import until the transaction ends, so that nobody chooses otherwise meanwhile. */
export async function heldDocument(tx: Tx, key: Key): Promise<StagedImport | null> {
  const { deskId, memberId, key: name } = keyOf(key);
  // As text: the client would read it, write it and read it again.
  const [row] = await tx.$queryRaw<{ fields: string }[]>`
    SELECT fields::text FROM "Draft"
    WHERE "deskId" = ${deskId}::uuid AND "memberId" = ${memberId}::uuid AND key = ${name} FOR UPDATE`;
  return row === undefined ? null : await withChoices(tx, key, JSON.parse(row.fields));
}

/** The choices are read after the import is held: a statement that waits for it sees them as they were before. */
async function withChoices(tx: Tx, key: Key, document: unknown): Promise<StagedImport> {
  const chosen = await draftAt(tx, choicesKey(key));
  const moved = chosen === null ? [] : choices.parse(chosen.fields).moved;
  return { ...fields.parse(document), moved: new Set(moved) };
}

export async function keepChoices(tx: Tx, key: Key, { moved, now }: { moved: ReadonlySet<number>; now: Date }) {
  await keepDraft(tx, { ...choicesKey(key), fields: { moved: [...moved].sort((a, b) => a - b) }, now });
}

export async function dropStaged(tx: Tx, key: Key): Promise<void> {
  const { deskId, memberId, key: name } = keyOf(key);
  await tx.draft.deleteMany({ where: { deskId, memberId, key: { in: [name, choicesKey(key).key] } } });
}

/** Whether a piece is taken, after what the person chose. */
export function isTaken({ pieces, moved }: Pick<StagedImport, "pieces" | "moved">, id: number): boolean {
  return (pieces[id]?.taken ?? false) !== moved.has(id);
}

/** The text of the pieces that are taken, and where in it the words of each note are. */
export function stagedText(
  staged: Pick<StagedImport, "pieces" | "moved">,
): ComposedText & { readonly spans: ReadonlyMap<string, readonly Span[]> } {
  const taken = staged.pieces.filter((_, id) => isTaken(staged, id));
  const { text, blocks, notes } = composeNoted(taken.map(({ block }) => block));
  return { text, blocks, spans: notes };
}
