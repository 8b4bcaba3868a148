import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { planCopies } from "#lib/domain/same-evidence.ts";
import { permit } from "#lib/policy/permit.ts";
import type { MergeClaims } from "#lib/schemas/relation.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { latestVersion } from "#lib/server/repositories/articles.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { insertRelation, relationById, sameAmong } from "#lib/server/repositories/claim-relations.ts";
import { claimById, lockClaims, withdrawAll } from "#lib/server/repositories/claims.ts";
import { evidenceOfClaims } from "#lib/server/repositories/evidence.ts";
import { deactivatePlacements, placementOf } from "#lib/server/repositories/placements.ts";
import { blindClaims, secondsOf } from "#lib/server/repositories/second-verdicts.ts";
import { lockShared, wouldShowKept } from "#lib/server/repositories/shown-outside.ts";
import { carrySame } from "#lib/server/use-cases/carry-same.ts";
import { copyEvidence } from "#lib/server/use-cases/copy-evidence.ts";
import { moveWords } from "#lib/server/use-cases/narrow-claim.ts";
import { stalenessEvents } from "#lib/server/use-cases/note-staleness.ts";
import { widerSpan } from "#lib/server/use-cases/wider-span.ts";

/** `id` is that of the claim that stays; `copied` says how many pieces of evidence it took over. */
type Merged = { readonly id: string; readonly number: number; readonly copied: number };

/**
 * Merges a claim into another of the same article: evidence that the other does not have is copied there, the merged one
 * is withdrawn with that reason and frees its words; its requests for a reply and its notes stay with it. Its people
 * worked on the other from then on, and what said the same as it says so of the other. Restoring it changes none of that. The same request sent twice merges once.
 */
export function mergeClaims(context: Context, input: MergeClaims): Promise<Outcome<Merged>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { claimId, otherId } = input;
  return inTransaction<Merged>(db, async (tx) => {
    const named = permit(actor, "claim.merge", await claimById(tx, deskId, claimId));
    if (!named.ok) return named;
    if (claimId === otherId) return refused("claim-relates-to-itself");
    const { articleId } = named.value;
    const claimIds = await lockShared(tx, { deskId, memberId, claimIds: [claimId, otherId] });
    const beside = await sameAmong(tx, deskId, [claimId, otherId]);
    const ids = new Set([claimId, otherId, ...beside.flatMap((row) => [row.claimId, row.otherId])]);
    const locked = await lockClaims(tx, deskId, { ids: [...ids] });
    const claim = locked.find((row) => row.id === claimId);
    const other = locked.find((row) => row.id === otherId);
    if (claim === undefined || other === undefined) return notFound();
    const hidden = await blindClaims(tx, actor);
    if (hidden.has(claimId) || hidden.has(otherId)) return refused("blind-second");
    const sent = await relationById(tx, deskId, input.id);
    if (sent !== null) {
      const isThis = sent.kind === "merge" && sent.claimId === claimId && sent.otherId === otherId;
      return isThis ? ok({ id: claimId, number: claim.number, copied: 0 }) : notFound();
    }
    if (other.articleId !== articleId) return refused("claims-of-two-articles");
    if (claim.state === "withdrawn" || other.state === "withdrawn") return refused("claim-withdrawn");
    // Withdrawn, it could not be given any more, and whoever owes it would stay blind for the claim that is left.
    const owed = (await secondsOf(tx, deskId, otherId)).some((one) => one.givenAt === null && one.cancelledAt === null);
    if (owed) return refused("second-owed");
    if (await wouldShowKept(tx, deskId, { claimIds, now })) return refused("second-would-be-shown");
    if (input.rowVersion < claim.basisVersion || input.rowVersion > claim.rowVersion) {
      return conflict({ rowVersion: String(claim.rowVersion) });
    }
    const version = await latestVersion(tx, deskId, articleId);
    const placement = version === null ? null : await placementOf(tx, deskId, claimId, version.id);
    const from = version === null ? null : await placementOf(tx, deskId, otherId, version.id);
    if (version === null || placement === null || from === null) return notFound();
    const same = await sameAmong(tx, deskId, [claimId, otherId]);
    if (same.some((row) => !ids.has(row.claimId) || !ids.has(row.otherId))) return conflict({});
    const wider = input.widen ? await widerSpan(tx, { version, placement, from }) : ok(null);
    if (!wider.ok) return wider;

    const evidence = await evidenceOfClaims(tx, deskId, [claimId, otherId]);
    const there = evidence.get(claimId) ?? [];
    const plan = planCopies(there, evidence.get(otherId) ?? []);
    await copyEvidence(tx, context, plan, { claimId, there });
    await insertRelation(tx, { deskId, id: input.id, kind: "merge", claimId, otherId, memberId, now });
    const reason = `Merged into claim ${claim.number}`;
    await withdrawAll(tx, deskId, { ids: [otherId], reason }, now);
    await deactivatePlacements(tx, { deskId, versionId: version.id }, [otherId]);
    if (wider.value !== null) await moveWords(tx, context, { claim, version, placement, span: wider.value });
    const carried = await carrySame(tx, context, { claim, other, locked });
    const copied = plan.copies.length;
    await appendAudits(tx, { deskId, actorId: memberId, now }, [
      {
        action: "claim.merge",
        subjectId: input.id,
        articleId,
        claimId,
        details: { number: other.number, evidence: copied },
      },
      { action: "claim.withdraw", subjectId: otherId, articleId, claimId: otherId, details: { reason } },
      ...carried,
      ...(await stalenessEvents(tx, deskId, [claim])),
    ]);
    return ok({ id: claimId, number: claim.number, copied });
  });
}
