import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { can } from "#lib/policy/can.ts";
import type { ImportArticle } from "#lib/schemas/article.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById, insertArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { dropStaged, stagedDocument } from "#lib/server/repositories/staged-imports.ts";
import { insertVersion } from "#lib/server/repositories/versions.ts";

const details = ["title", "byline", "publisher", "publishedOn", "address", "language"] as const;

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
    // Frozen with the same details it is done; others are corrected on the article itself.
    if (frozen !== null) return hasSameFields(details, frozen, fields) ? ok({ id }) : refused("already-frozen");
    const staged = await stagedDocument(tx, { deskId, memberId, id });
    // A draft of an article there is already becomes a version of that one.
    if (staged === null || staged.articleId !== null) return notFound();

    const { text, blocks, format, importedFrom } = staged;
    await insertArticle(tx, { ...fields, deskId, id, createdById: memberId }, now);
    await insertVersion(
      tx,
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
