import "server-only";
import { type EditionDocument, editionSchema, type SignedEdition } from "#lib/domain/edition.ts";
import { editionAddress, keysAddress } from "#lib/domain/edition-address.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notBefore } from "#lib/domain/not-before.ts";
import type { Report } from "#lib/domain/report.ts";
import { ok } from "#lib/domain/result.ts";
import { sign } from "#lib/formats/proof/sign.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudit, auditHead } from "#lib/server/repositories/audit.ts";
import type { deskById } from "#lib/server/repositories/desks.ts";
import { earlierOf, insertEdition, type StoredEdition } from "#lib/server/repositories/editions.ts";
import { keyToSignWith } from "#lib/server/use-cases/make-key.ts";

type ToFreeze = Pick<
  EditionDocument,
  "id" | "number" | "template" | "language" | "summary" | "method" | "change" | "leftOut"
> & {
  readonly articleId: string;
  readonly desk: NonNullable<Awaited<ReturnType<typeof deskById>>>;
  /** All editions before, oldest first. */
  readonly editions: readonly StoredEdition[];
  /** The address of this installation, without a trailing slash. */
  readonly site: string;
  /** `at` is the moment that is frozen, ISO 8601. */
  readonly reportAt: (at: string) => Report;
};

/**
 * Freezes, signs and keeps the next edition of a locked article, and notes it in the record. Its moment is never before
 * that of the edition before it, nor before its key was made, whatever the clocks of two processes say. Refuses before
 * it writes anything.
 */
export async function freezeEdition(
  tx: Tx,
  { actor, now }: Pick<Context, "actor" | "now">,
  { articleId, desk, editions, site, reportAt, ...words }: ToFreeze,
): Promise<Outcome<SignedEdition>> {
  const { deskId, memberId, name } = actor;
  const head = await auditHead(tx, deskId);
  const signing = await keyToSignWith(tx, { deskId, memberId, now });
  if (!signing.ok) return signing;
  const { key, since } = signing.value;
  // The key may have been made while this publication waited for the article.
  const publishedAt = notBefore(now < since ? since : now, editions.at(-1)?.publishedAt);
  const at = publishedAt.toISOString();
  const { homepage, correctionsPage } = desk;
  const edition: EditionDocument = {
    schema: editionSchema,
    ...words,
    desk: { id: deskId, name: desk.name, homepage, correctionsPage, keys: keysAddress(site, deskId) },
    address: editionAddress(site, { articleId, number: words.number }),
    publishedAt: at,
    publishedBy: name,
    earlier: editions.map(earlierOf),
    report: reportAt(at),
    audit: { seq: Number(head?.seq ?? 0), hash: Buffer.from(head?.hash ?? new Uint8Array(32)).toString("hex") },
  };
  const signed = sign(edition, key);
  await insertEdition(tx, { signed, publishedById: memberId, publishedAt });
  const { number, change } = edition;
  await appendAudit(
    tx,
    { deskId, actorId: memberId, now },
    {
      action: "report.publish",
      subjectId: edition.id,
      articleId,
      details: { number, digest: signed.proof.digest, ...(change ?? {}) },
    },
  );
  return ok(signed);
}
