import "server-only";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { AskSecond } from "#lib/schemas/second.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { contributorsOf } from "#lib/server/repositories/claims.ts";
import { lockAssignees } from "#lib/server/repositories/plans.ts";
import { hasJudged, insertSecond, secondById, secondsOf } from "#lib/server/repositories/second-verdicts.ts";
import { isShownOutside, lockShared } from "#lib/server/repositories/shown-outside.ts";
import { latestRevision } from "#lib/server/repositories/verdicts.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { tellOfClaim } from "#lib/server/use-cases/tell-claim.ts";

/**
 * Asks a colleague for a second verdict, blind, on the one that stands or waits for review. From here until theirs is in,
 * they see nothing of the first. Refuses whoever worked on the claim or decided on the verdict, a second request beside
 * an open one, and one on what an open report prints. The same request sent twice is one.
 */
export function askSecond(context: Context, input: AskSecond): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId: askedById } = actor;
  return inTransaction(db, async (tx) => {
    // The articles first, so that none of them is opened to the public meanwhile.
    const claimIds = await lockShared(tx, { deskId, memberId: askedById, claimIds: [input.claimId] });
    const loaded = await claimToChange(tx, actor, { action: "second.ask", claimId: input.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const { id, memberId } = input;
    const sent = await secondById(tx, deskId, id);
    if (sent !== null && (sent.claimId !== claim.id || sent.askedById !== askedById)) return notFound();
    if (sent !== null) return sent.memberId === memberId ? ok({ id }) : refused("second-open");
    const revision = await latestRevision(tx, deskId, claim.id);
    if (revision === null || !hasStandingVerdict(claim.state)) return refused("second-needs-verdict");
    const before = await secondsOf(tx, deskId, claim.id);
    if (before.some((second) => second.givenAt === null && second.cancelledAt === null)) return refused("second-open");
    if (memberId === askedById || !(await isApart(tx, { deskId, claimId: claim.id, memberId }))) {
      return refused("second-from-another");
    }
    if (await isShownOutside(tx, deskId, { claimIds, now })) return refused("second-is-public");

    await insertSecond(tx, { deskId, id, claimId: claim.id, revisionId: revision.id, memberId, askedById, now });
    await tellOfClaim(tx, context, { kind: "second-asked", claimId: claim.id, subjectId: id, members: [memberId] });
    await appendAudit(
      tx,
      { deskId, actorId: askedById, now },
      { action: "second.ask", subjectId: id, articleId: claim.articleId, claimId: claim.id, details: {} },
    );
    return ok({ id });
  });
}

type Asked = {
  readonly deskId: string;
  readonly claimId: string;
  readonly memberId: string;
};

/** A present checker or editor who has neither worked on the claim nor judged it or one that shares its verdict. */
async function isApart(tx: Tx, { deskId, claimId, memberId }: Asked): Promise<boolean> {
  // Held on the desk: whoever removes them meanwhile waits, and then finds what they were asked.
  if (!(await lockAssignees(tx, deskId, [memberId])).has(memberId)) return false;
  const contributors = await contributorsOf(tx, deskId, claimId);
  if (contributors.some((person) => person.memberId === memberId)) return false;
  return !(await hasJudged(tx, { deskId, memberId }, claimId));
}
