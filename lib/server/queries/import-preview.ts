import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import type { StagedImport } from "#lib/server/repositories/staged-imports.ts";
import { stagedDocument } from "#lib/server/repositories/staged-imports.ts";

/** What was taken by an import of one's own that is not frozen yet, to become a new article. */
export async function importPreview(
  { actor, db }: Context,
  id: string,
): Promise<Outcome<StagedImport & { readonly id: string }>> {
  if (!can(actor, "article.import", actor)) return forbidden();
  const staged = await stagedDocument(db, { deskId: actor.deskId, memberId: actor.memberId, id });
  return staged === null || staged.articleId !== null ? notFound() : ok({ id, ...staged });
}
