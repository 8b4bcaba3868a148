import "server-only";
import { randomBytes } from "node:crypto";
import type { AuditAction, AuditEvent } from "#lib/domain/audit.ts";
import { auditDomain } from "#lib/domain/audit.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import type { Tx } from "#lib/server/db/client.ts";

type Moment = { readonly deskId: string; readonly actorId: string | null; readonly now: Date };

const seam = ',"seq":0,';

/**
 * Appends one entry to the desk's chain, in the transaction of the change it tells of: it is checked now, and takes its
 * number and hash at COMMIT, so that the chain's head is locked for no longer. Until then nobody can read it, this
 * transaction included. The hash is SHA-256 over the previous entry's hash and the event's RFC 8785 form.
 */
export async function appendAudit(tx: Tx, moment: Moment, event: AuditEvent): Promise<void> {
  await appendAudits(tx, moment, [event]);
}

/** So that one statement stays small. */
const entriesAtOnce = 1000;

/** Appends entries in their order, many in one statement. */
export async function appendAudits(tx: Tx, moment: Moment, events: readonly AuditEvent[]): Promise<void> {
  const [first] = events;
  if (first !== undefined && events.length === 1) {
    const { head, tail, action, subject, article, claim, salt, details } = entryOf(moment, first);
    await tx.$executeRaw`
      SELECT append_audit(
        ${moment.deskId}::uuid, ${head}, ${tail}, ${moment.now}::timestamptz, ${moment.actorId}::uuid, ${action},
        ${subject}::uuid, ${article}::uuid, ${claim}::uuid, ${salt}, ${details})`;
    return;
  }
  for (let from = 0; from < events.length; from += entriesAtOnce) {
    const entries = events
      .slice(from, from + entriesAtOnce)
      .map((event, place) => ({ place, ...entryOf(moment, event) }));
    await tx.$executeRaw`
      SELECT count(append_audit(
        ${moment.deskId}::uuid, e.head, e.tail, ${moment.now}::timestamptz, ${moment.actorId}::uuid, e.action,
        e.subject, e.article, e.claim, e.salt, e.details))
      FROM (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS entry(place int, head text, tail text,
          action text, subject uuid, article uuid, claim uuid, salt text, details text)
        ORDER BY place
      ) e`;
  }
}

function entryOf(moment: Moment, event: AuditEvent) {
  const salt = randomBytes(16).toString("hex");
  const details = canonicalJson(event.details);
  const canonical = canonicalJson({
    action: event.action,
    actor: moment.actorId,
    article: event.articleId ?? null,
    at: moment.now.toISOString(),
    claim: event.claimId ?? null,
    desk: moment.deskId,
    details: detailsDigest(salt, details),
    domain: auditDomain,
    seq: 0,
    subject: event.subjectId,
  });
  const cut = canonical.indexOf(seam) + seam.length - 2;
  return {
    head: canonical.slice(0, cut),
    tail: canonical.slice(cut + 1),
    action: event.action,
    subject: event.subjectId,
    article: event.articleId ?? null,
    claim: event.claimId ?? null,
    salt,
    details,
  };
}

/** What the chain holds of an entry's details. */
export function detailsDigest(salt: string, canonicalDetails: string): string {
  return sha256Hex(`${salt}${canonicalDetails}`);
}

export type StoredEntry = {
  readonly seq: bigint;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectId: string;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly event: string;
  readonly hash: Uint8Array;
  readonly detail: { readonly salt: string; readonly details: string } | null;
};

/** Entries of a desk in order, from after `seq`, at most `take`. */
export function auditEntriesAfter(
  tx: Tx,
  deskId: string,
  options: { seq: bigint; take: number },
): Promise<StoredEntry[]> {
  return tx.auditEntry.findMany({
    where: { deskId, seq: { gt: options.seq } },
    orderBy: { seq: "asc" },
    take: options.take,
    include: { detail: true },
  });
}

/** The newest entries about a claim, or those before one, in order; only those of `actions`, where they are named. */
export async function auditEntriesOfClaim(
  tx: Tx,
  deskId: string,
  claimId: string,
  { actions, before = null }: { readonly actions: readonly AuditAction[] | null; readonly before?: bigint | null },
): Promise<StoredEntry[]> {
  const newest = await tx.auditEntry.findMany({
    where: {
      ...{ deskId, claimId },
      ...(actions === null ? {} : { action: { in: [...actions] } }),
      ...(before === null ? {} : { seq: { lt: before } }),
    },
    orderBy: { seq: "desc" },
    take: 200,
    include: { detail: true },
  });
  return newest.reverse();
}

/** Whether there is an older entry about this claim. */
export async function hasEntryBefore(
  tx: Tx,
  deskId: string,
  { claimId, seq }: { readonly claimId: string; readonly seq: bigint },
): Promise<boolean> {
  const where = { deskId, claimId, seq: { lt: seq } };
  return (await tx.auditEntry.findFirst({ where, select: { seq: true } })) !== null;
}

export async function auditHead(tx: Tx, deskId: string): Promise<{ seq: bigint; hash: Uint8Array } | null> {
  return await tx.auditHead.findUnique({ where: { deskId } });
}
