import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
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
    if ((await articleById(tx, deskId, id)) !== null) return ok({ id });
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
