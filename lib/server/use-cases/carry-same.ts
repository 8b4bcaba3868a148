import "server-only";
import { uuidv7 } from "uuidv7";
import type { AuditEvent } from "#lib/domain/audit.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { endRelationAt, insertRelation, sameAmong } from "#lib/server/repositories/claim-relations.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";

type Merge = {
  /** The claim that stays, and the one that is merged into it. */
  readonly claim: StoredClaim;
  readonly other: StoredClaim;
  /** Held until the transaction ends: both, and whatever says the same as one of them. */
  readonly locked: readonly StoredClaim[];
};

/**
 * What said the same as a merged claim says the same as the one that stays, or as the one that this takes its verdict
 * from. Where that would make a chain, it ends. Returns the events to append.
 */
export async function carrySame(
  tx: Tx,
  { actor, now }: Context,
  { claim, other, locked }: Merge,
): Promise<AuditEvent[]> {
  const { deskId, memberId } = actor;
  const known = await sameAmong(tx, deskId, [claim.id, other.id]);
  const isOf = (id: string) => (row: (typeof known)[number]) => row.claimId === id || row.otherId === id;
  const ended = known.filter(isOf(other.id));
  const kept = known.filter((row) => isOf(claim.id)(row) && !ended.includes(row));
  const leaderId = kept.find((row) => row.claimId === claim.id)?.otherId ?? claim.id;
  for (const { id } of ended) await endRelationAt(tx, deskId, id, now);

  const events: AuditEvent[] = [];
  const say = async (
    action: "claim.same" | "claim.apart",
    row: StoredClaim | undefined,
    of: StoredClaim | undefined,
  ) => {
    if (row === undefined || of === undefined) return;
    const article = (await articleById(tx, deskId, of.articleId))?.title ?? "";
    const at = { subjectId: row.id, articleId: row.articleId, claimId: row.id };
    events.push({ action, ...at, details: { number: of.number, article } });
  };
  const claimOf = (id: string) => locked.find((row) => row.id === id);
  for (const { claimId, otherId } of ended) {
    const pair = claimId === other.id ? { claimId: claim.id, otherId } : { claimId, otherId: leaderId };
    const [row, leader] = [claimOf(pair.claimId), claimOf(pair.otherId)];
    const isChain = row === claim && kept.length > 0;
    const isGone = row === undefined || leader === undefined || leader.state === "withdrawn";
    if (row === leader || isChain || isGone) {
      await say("claim.apart", claimOf(claimId === other.id ? otherId : claimId), other);
      continue;
    }
    await insertRelation(tx, { deskId, id: uuidv7(), kind: "same", ...pair, memberId, now });
    await say("claim.same", row, leader);
    await say("claim.same", leader, row);
  }
  return events;
}
