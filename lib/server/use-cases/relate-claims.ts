import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { RelateClaims } from "#lib/schemas/relation.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { followersOf, insertRelation, leaderOf, relationById } from "#lib/server/repositories/claim-relations.ts";
import { claimById, lockClaims } from "#lib/server/repositories/claims.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { lockShared, wouldShowKept } from "#lib/server/repositories/shown-outside.ts";

/** `leaderId` is the claim that leads, which may be another one than was named. */
type Related = { readonly id: string; readonly leaderId: string };

/**
 * Says that a claim is the same as another of the desk and takes its verdict from there. There are no chains: a claim that
 * follows another stands for that one, and a claim that others follow cannot follow. The same request sent twice relates once.
 */
export function relateClaims({ actor, db, now }: Context, input: RelateClaims): Promise<Outcome<Related>> {
  const { deskId, memberId } = actor;
  const { id, claimId, otherId } = input;
  return inTransaction<Related>(db, async (tx) => {
    const named = permit(actor, "claim.relate", await claimById(tx, deskId, claimId));
    if (!named.ok) return named;
    const asked = permit(actor, "claim.relate", await claimById(tx, deskId, otherId));
    if (!asked.ok) return asked;
    // The articles first, so that none of them is opened to the public meanwhile.
    const claimIds = await lockShared(tx, { deskId, memberId, claimIds: [claimId, otherId] });
    const leaderId = (await leaderOf(tx, deskId, otherId))?.otherId ?? otherId;
    // With the claim that was named, so that it does not begin to follow another one meanwhile.
    const locked = await lockClaims(tx, deskId, { ids: [...new Set([claimId, otherId, leaderId])] });
    const claim = locked.find((row) => row.id === claimId);
    const leader = locked.find((row) => row.id === leaderId);
    if (claim === undefined || leader === undefined) return notFound();
    const hidden = await blindClaims(tx, actor);
    if (hidden.has(claimId) || hidden.has(otherId) || hidden.has(leaderId)) return refused("blind-second");
    const sent = await relationById(tx, deskId, id);
    if (sent !== null) return sent.claimId === claimId ? ok({ id, leaderId: sent.otherId }) : notFound();
    if (leaderId === claimId) return refused("claim-relates-to-itself");
    if (((await leaderOf(tx, deskId, otherId))?.otherId ?? otherId) !== leaderId) return conflict({});
    if (claim.state === "withdrawn" || leader.state === "withdrawn") return refused("claim-withdrawn");
    const present = await leaderOf(tx, deskId, claimId);
    if (present?.otherId === leaderId) return ok({ id: present.id, leaderId });
    if (present !== null) return refused("claim-follows-already");
    if ((await followersOf(tx, deskId, claimId)).length > 0) return refused("claim-leads-others");
    if (await wouldShowKept(tx, deskId, { claimIds, now })) return refused("second-would-be-shown");

    await insertRelation(tx, { deskId, id, kind: "same", claimId, otherId: leaderId, memberId, now });
    const titles = [];
    for (const { articleId } of [claim, leader]) titles.push((await articleById(tx, deskId, articleId))?.title ?? "");
    const [own = "", theirs = ""] = titles;
    const to = (row: typeof claim, about: { number: number; article: string }) =>
      ({ action: "claim.same", subjectId: id, articleId: row.articleId, claimId: row.id, details: about }) as const;
    await appendAudits(tx, { deskId, actorId: memberId, now }, [
      to(claim, { number: leader.number, article: theirs }),
      to(leader, { number: claim.number, article: own }),
    ]);
    return ok({ id, leaderId });
  });
}
