import "server-only";
import type { Quorum } from "#lib/domain/quorum.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { deskById, quorumOf } from "#lib/server/repositories/desks.ts";
import type { QueueReader } from "#lib/server/repositories/queue-conditions.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

type Found = { readonly reader: QueueReader; readonly quorum: Quorum };

/** Whose queue it is, and how their desk decides. Null for somebody from outside, who has no queue. */
export async function queueReader({ actor, db, now }: Context): Promise<Found | null> {
  const { deskId, memberId } = actor;
  if (!can(actor, "desk.read", actor)) return null;
  const [desk, blind] = await Promise.all([deskById(db, deskId), blindClaims(db, { deskId, memberId })]);
  const checkersMayReview = desk?.checkersMayReview ?? false;
  const mayReview = can(actor, "verdict.review", { deskId, checkersMayReview });
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  return {
    reader: { deskId, memberId, mayReview, blind: [...blind], today },
    quorum: desk === null ? { needed: 1, voters: 1, printDissent: true } : quorumOf(desk),
  };
}
