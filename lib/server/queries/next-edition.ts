import "server-only";
import { type EditionDocument, editionSchema } from "#lib/domain/edition.ts";
import { editionAddress, keysAddress } from "#lib/domain/edition-address.ts";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { editionContent } from "#lib/server/queries/edition-content.ts";

type Asked = {
  readonly articleId: string;
  /** The address of this installation, without a trailing slash. */
  readonly site: string;
};

/**
 * The document that publishing would freeze now, as far as it can be known: its id, its place in the record and, after
 * the first edition, what changed are not, and nobody has published it. Read in one snapshot, and as the reader may see it.
 */
export async function nextEdition(
  { actor, db, now }: Pick<Context, "actor" | "db" | "now">,
  { articleId, site }: Asked,
): Promise<Outcome<EditionDocument>> {
  const asked = identifier.safeParse(articleId);
  if (!asked.success) return notFound();
  return await db.$transaction(
    async (tx): Promise<Outcome<EditionDocument>> => {
      const content = await editionContent(tx, { actor, now }, asked.data);
      if (!content.ok) return content;
      const { number, plan, language, report, leftOut, desk, earlier } = content.value;
      const { template, summary, method } = plan;
      const { id, name, homepage, correctionsPage } = desk;
      const at = now.toISOString();
      return ok({
        ...{ schema: editionSchema, id: "", number, template, language, summary, method, leftOut, earlier },
        desk: { id, name, homepage, correctionsPage, keys: keysAddress(site, actor.deskId) },
        address: editionAddress(site, { articleId: asked.data, number }),
        publishedAt: at,
        publishedBy: "",
        change: number === 1 ? null : { kind: "update", what: voiceOf(language).words.toBeWritten, why: "" },
        report: { ...report, generatedAt: at },
        audit: { seq: 0, hash: "" },
      });
    },
    { isolationLevel: "RepeatableRead", timeout: 60_000, maxWait: 10_000 },
  );
}
