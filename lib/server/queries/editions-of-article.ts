import "server-only";
import type { EditionRow } from "#lib/domain/edition-preview.ts";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { seenEditions } from "#lib/server/queries/seen-editions.ts";
import { articleById } from "#lib/server/repositories/articles.ts";

/** The editions of an article's report, the newest first. */
export async function editionsOfArticle(
  { actor, db }: Pick<Context, "actor" | "db">,
  articleId: string,
): Promise<Outcome<readonly EditionRow[]>> {
  const id = identifier.safeParse(articleId);
  if (!id.success) return notFound();
  const loaded = permit(actor, "report.export", await articleById(db, actor.deskId, id.data));
  if (!loaded.ok) return loaded;
  const rows = await seenEditions(db, actor, id.data);
  return ok(
    rows
      .map(({ id: edition, number, publishedAt, publishedBy, digest, keyId, change, isWithdrawal }) => ({
        id: edition,
        number,
        publishedAt: publishedAt.toISOString(),
        publishedBy: publishedBy.name,
        digest,
        keyId,
        change,
        isWithdrawal,
      }))
      .reverse(),
  );
}
