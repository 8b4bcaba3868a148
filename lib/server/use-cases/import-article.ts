import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { can } from "#lib/policy/can.ts";
import type { ImportArticle } from "#lib/schemas/article.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById, insertArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { dropStaged, stagedDocument } from "#lib/server/repositories/staged-imports.ts";

/** Freezes a staged import as version 1 of a new article, whose id is that of the import; sent twice, it is frozen once. */
export async function importArticle(
  { actor, db, now }: Context,
  input: ImportArticle,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  if (!can(actor, "article.import", actor)) return forbidden();
  return await inTransaction(db, async (tx) => {
    const { id, ...fields } = input;
    const frozen = await articleById(tx, deskId, id);
    if (frozen !== null) return alreadyFrozen(frozen, fields);
    const staged = await stagedDocument(tx, { deskId, memberId, id });
    if (staged === null) return notFound();

    const { text, blocks, format, importedFrom } = staged;
    await insertArticle(
      tx,
      { ...fields, deskId, id, createdById: memberId },
      {
        deskId,
        id: uuidv7(),
        articleId: id,
        number: 1,
        text,
        blocks,
        textDigest: sha256Hex(text),
        format,
        importedFrom,
        createdById: memberId,
      },
      now,
    );
    await dropStaged(tx, { deskId, memberId, id });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "article.import",
        subjectId: id,
        articleId: id,
        details: { title: fields.title, from: importedFrom, digest: sha256Hex(text) },
      },
    );
    return ok({ id });
  });
}

/** Frozen with the same details it is done; with others it is a conflict, for its details are corrected elsewhere. */
function alreadyFrozen(
  { id, title, byline, publisher, publishedOn, address, language }: Omit<ImportArticle, "id"> & { readonly id: string },
  asked: Omit<ImportArticle, "id">,
): Outcome<{ id: string }> {
  const stored = { title, byline, publisher, publishedOn, address, language };
  const same = Object.entries(stored).every(([name, value]) =>
    Object.entries(asked).some(([key, wanted]) => key === name && wanted === value),
  );
  return same ? ok({ id }) : refused("already-frozen");
}
