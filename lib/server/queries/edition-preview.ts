import "server-only";
import type { EditionPreview } from "#lib/domain/edition-preview.ts";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { editionContent } from "#lib/server/queries/edition-content.ts";

/** What publishing the article's report would freeze now, and what stands in the way. Read in one snapshot. */
export async function editionPreview({ actor, db, now }: Context, articleId: string): Promise<Outcome<EditionPreview>> {
  const id = identifier.safeParse(articleId);
  if (!id.success) return notFound();
  return await db.$transaction(
    async (tx): Promise<Outcome<EditionPreview>> => {
      const content = await editionContent(tx, { actor, now }, id.data);
      if (!content.ok) return content;
      const { desk: _, editions: __, ...preview } = content.value;
      return ok(preview);
    },
    { isolationLevel: "RepeatableRead", timeout: 60_000, maxWait: 10_000 },
  );
}
