import "server-only";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/role.ts";
import { permit } from "#lib/policy/permit.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { seenEditions } from "#lib/server/queries/seen-editions.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { articleOfEdition, editionRow, editionWords } from "#lib/server/repositories/editions.ts";
import { signedOf } from "#lib/server/repositories/frozen-editions.ts";

type Reader = Pick<Context, "actor" | "db">;

/** An edition of the desk as it was frozen and signed; not there for whoever owes a second verdict on a claim of it. */
export async function editionById({ actor, db }: Reader, editionId: string): Promise<Outcome<SignedEdition>> {
  const id = identifier.safeParse(editionId);
  if (!id.success) return notFound();
  const row = permit(actor, "report.export", await editionRow(db, actor.deskId, id.data));
  if (!row.ok) return row;
  const seen = await seenEditions(db, actor, row.value.articleId);
  return seen.some((edition) => edition.id === id.data) ? await signedEdition(db, actor, id.data) : notFound();
}

/** The newest edition of an article that the reader may see; null when there is none yet. */
export async function latestEdition({ actor, db }: Reader, articleId: string): Promise<Outcome<SignedEdition | null>> {
  const id = identifier.safeParse(articleId);
  if (!id.success) return notFound();
  const loaded = permit(actor, "report.export", await articleById(db, actor.deskId, id.data));
  if (!loaded.ok) return loaded;
  const last = (await seenEditions(db, actor, id.data)).at(-1);
  return last === undefined ? ok(null) : await signedEdition(db, actor, last.id);
}

async function signedEdition(tx: Tx, { deskId }: Actor, id: string): Promise<Outcome<SignedEdition>> {
  const words = await editionWords(tx, deskId, id);
  return words === null ? notFound() : ok(signedOf(words));
}

type Named = { readonly articleId: string; readonly editionId: string | null };

/** What an id names that stands for an edition or else for an article, for whoever runs the installation. */
export async function editionOrArticle({ db }: Pick<Context, "db">, id: string): Promise<Named> {
  const found = await articleOfEdition(db, id);
  return found === null ? { articleId: id, editionId: null } : { articleId: found.articleId, editionId: id };
}
