import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { EditArticle } from "#lib/schemas/article.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById, saveArticle } from "#lib/server/repositories/articles.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";

/** Corrects what is known about an article. Its text never changes this way: a changed text is a new version. */
export function editArticle({ actor, db, now }: Context, input: EditArticle): Promise<Outcome<{ id: string }>> {
  const { id, rowVersion, ...fields } = input;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "article.edit", await articleById(tx, actor.deskId, id));
    if (!loaded.ok) return loaded;
    if (!(await saveArticle(tx, { deskId: actor.deskId, id, rowVersion }, { ...fields, updatedAt: now }))) {
      const { title, byline, publisher, publishedOn, address, language } = loaded.value;
      return conflict({
        title,
        byline,
        publisher,
        publishedOn: publishedOn ?? "",
        address: address ?? "",
        language: language ?? "",
        rowVersion: String(loaded.value.rowVersion),
      });
    }
    await appendAudit(
      tx,
      { deskId: actor.deskId, actorId: actor.memberId, now },
      { action: "article.edit", subjectId: id, articleId: id, details: { ...fields } },
    );
    return ok({ id });
  });
}
