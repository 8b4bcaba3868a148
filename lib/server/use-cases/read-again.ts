import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, invalid, notFound, refused } from "#lib/domain/failure.ts";
import type { TrackedChanges } from "#lib/domain/import-views.ts";
import { ok } from "#lib/domain/result.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { importProblemSentence } from "#lib/formats/import/import-problem.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ReadAgain, StageAsVersion } from "#lib/schemas/import.ts";
import type { Context } from "#lib/server/context.ts";
import { keptBytes } from "#lib/server/queries/capture-bytes.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import type { StagedImport } from "#lib/server/repositories/staged-imports.ts";
import { keepAsVersionOf, stageDocument, stagedDocument } from "#lib/server/repositories/staged-imports.ts";
import { ways } from "#lib/server/use-cases/obtain-original.ts";
import { readOriginal } from "#lib/server/use-cases/read-original.ts";
import { stagedParts } from "#lib/server/use-cases/staged-parts.ts";

const gone =
  "The file that was kept of this import is missing or damaged. Import it again; an administrator can restore the folder of originals.";

/** Reads one's own staged import again from its kept bytes, with tracked changes accepted, rejected or shown. */
export async function readAgain(context: Context, { id, changes }: ReadAgain): Promise<Outcome<{ id: string }>> {
  const { actor, db } = context;
  if (!can(actor, "article.import", actor)) return forbidden();
  const staged = await stagedDocument(db, { deskId: actor.deskId, memberId: actor.memberId, id });
  if (staged === null || staged.changes === null) return notFound();
  const { articleId } = staged;
  const newest = articleId === null ? null : await latestVersion(db, actor.deskId, articleId);
  return await stageAgain(context, { id, staged, changes, newest, articleId });
}

/**
 * Has one's own staged import become the next version of an article of the desk, with the blocks that were chosen. Plain
 * text is read again, to have the form that its words have in that article.
 */
export async function stageAsVersion(
  context: Context,
  { id, articleId }: StageAsVersion,
): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const article = permit(actor, "article.version", await articleById(db, actor.deskId, articleId));
  if (!article.ok) return article;
  const key = { deskId: actor.deskId, memberId: actor.memberId, id };
  const staged = await stagedDocument(db, key);
  const newest = await latestVersion(db, actor.deskId, articleId);
  if (staged === null || newest === null) return notFound();
  if (staged.articleId === articleId) return ok({ id });
  if (staged.articleId !== null) return notFound();
  if (staged.format === "text" && staged.original !== null && staged.moved.size === 0)
    return await stageAgain(context, { id, staged, changes: staged.changes, newest, articleId });
  await keepAsVersionOf(db, key, { articleId, now });
  return ok({ id });
}

type Again = {
  readonly id: string;
  readonly staged: StagedImport;
  readonly changes: TrackedChanges | null;
  readonly newest: ComposedText | null;
  readonly articleId: string | null;
};

async function stageAgain(context: Context, again: Again): Promise<Outcome<{ id: string }>> {
  const { actor, blobs, db, now } = context;
  const { id, staged, changes, newest, articleId } = again;
  const { original, importedFrom, began } = staged;
  const obtainedBy = Object.values(ways).find((way) => way === original?.obtainedBy);
  const bytes = original === null ? "missing" : await keptBytes(blobs, original.sha256);
  if (bytes === "unreachable") return refused("blobs-unreachable");
  if (original === null || obtainedBy === undefined || typeof bytes === "string") return invalid({ "": gone });
  const { mediaType, fileName, address } = original;
  const brought = { bytes, mediaType, fileName, address, obtainedBy };
  const read = await readOriginal(brought, { newest, ...(changes === null ? {} : { changes }) });
  if (!read.ok) return invalid({ "": importProblemSentence(read.error) });
  const key = { deskId: actor.deskId, memberId: actor.memberId, id };
  const document = { ...stagedParts(read.value), importedFrom, original, changes, articleId, began };
  await stageDocument(db, key, document, now);
  return ok({ id });
}
