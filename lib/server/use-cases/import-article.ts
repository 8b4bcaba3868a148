import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, invalid, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { can } from "#lib/policy/can.ts";
import type { ImportArticle } from "#lib/schemas/article.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById, insertArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertOriginal } from "#lib/server/repositories/originals.ts";
import { dropStaged, heldDocument, stagedText } from "#lib/server/repositories/staged-imports.ts";
import { insertVersion } from "#lib/server/repositories/versions.ts";
import { stageNotes } from "#lib/server/use-cases/stage-notes.ts";
import { notesWithWords } from "#lib/server/use-cases/staged-parts.ts";

const details = ["title", "byline", "publisher", "publishedOn", "address", "language"] as const;

/**
 * Freezes the taken pieces of a staged import as version 1 of a new article, whose id is that of the import; sent twice,
 * it is frozen once. What it was read from stays with the version; notes on its words are staged as annotations, under
 * the import's id too.
 */
export async function importArticle(
  { actor, db, now }: Context,
  input: ImportArticle,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  if (!can(actor, "article.import", actor)) return forbidden();
  return await inTransaction(db, async (tx) => {
    const { id, ...fields } = input;
    // Held first: of two that freeze it at once, the second waits and finds the article.
    const staged = await heldDocument(tx, { deskId, memberId, id });
    const frozen = await articleById(tx, deskId, id);
    // Frozen with the same details it is done; others are corrected on the article itself.
    if (frozen !== null) return hasSameFields(details, frozen, fields) ? ok({ id }) : refused("already-frozen");
    // A draft of an article there is already becomes a version of that one.
    if (staged === null || staged.articleId !== null) return notFound();

    const { format, importedFrom, original } = staged;
    const { text, blocks, spans } = stagedText(staged);
    if (blocks.length === 0) return invalid({ "": "An article needs words: put at least one block back." });
    const textDigest = sha256Hex(text);
    const versionId = uuidv7();
    await insertArticle(tx, { ...fields, deskId, id, createdById: memberId }, now);
    await insertVersion(
      tx,
      {
        deskId,
        id: versionId,
        articleId: id,
        number: 1,
        text,
        blocks,
        textDigest,
        format,
        importedFrom,
        createdById: memberId,
      },
      now,
    );
    await insertOriginal(tx, { deskId, versionId, memberId, original });
    const notes = notesWithWords(staged, spans);
    if (notes.length > 0) await stageNotes(tx, { actor, articleId: id, versionId, stagedId: id, text, notes }, now);
    await dropStaged(tx, { deskId, memberId, id });
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      {
        action: "article.import",
        subjectId: id,
        articleId: id,
        details: { title: fields.title, from: importedFrom, digest: textDigest },
      },
    );
    return ok({ id });
  });
}
