import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import type { SourcePage } from "#lib/domain/source-views.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { sourcePage } from "#lib/server/queries/source-page.ts";

/** The page of what an address names, where what stands in it may not even be an id. `after` is the last use shown. */
export async function sourcePageById(
  context: Context,
  text: string,
  after: string | null,
): Promise<Outcome<SourcePage>> {
  const id = identifier.safeParse(text);
  return id.success ? await sourcePage(context, { id: id.data, after }) : notFound();
}
