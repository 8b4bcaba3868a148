import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { quoteOf } from "#lib/domain/span.ts";
import { permit } from "#lib/policy/permit.ts";
import type { SplitClaim } from "#lib/schemas/relation.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { lockArticle, takeClaimNumber } from "#lib/server/repositories/articles.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { insertRelation, relationById } from "#lib/server/repositories/claim-relations.ts";
import { claimById, insertClaim, lockClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { evidenceOfClaims } from "#lib/server/repositories/evidence.ts";
import { placementOf } from "#lib/server/repositories/placements.ts";
import { lockAssignees } from "#lib/server/repositories/plans.ts";
import { isBlindOn } from "#lib/server/repositories/second-verdicts.ts";
import { copyEvidence } from "#lib/server/use-cases/copy-evidence.ts";
import { narrowClaim } from "#lib/server/use-cases/narrow-claim.ts";
import { stalenessEvents } from "#lib/server/use-cases/note-staleness.ts";
import { presentVersion } from "#lib/server/use-cases/present-version.ts";
import { splitSpans } from "#lib/server/use-cases/split-spans.ts";

type Split = { readonly id: string; readonly number: number };

/**
 * Makes a claim of words of another one in the newest version, with its own statement, the evidence that was chosen, and
 * the other's assignment; whoever worked on the old claim worked on the new one. The old claim's verdict goes stale when its words, statement or
 * evidence change. The same request sent twice splits once; the relation bears the new claim's id.
 */
export function splitClaim(context: Context, input: SplitClaim): Promise<Outcome<Split>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction<Split>(db, async (tx) => {
    const named = permit(actor, "claim.split", await claimById(tx, deskId, input.claimId));
    if (!named.ok) return named;
    const { articleId } = named.value;
    await lockArticle(tx, deskId, articleId);
    const old = await lockClaim(tx, deskId, input.claimId);
    if (old === null) return notFound();
    if (await isBlindOn(tx, actor, old.id)) return refused("blind-second");
    const sent = await claimById(tx, deskId, input.id);
    if (sent !== null) {
      const made = await relationById(tx, deskId, input.id);
      return made?.otherId === old.id ? ok({ id: sent.id, number: sent.number }) : notFound();
    }
    if (old.state === "withdrawn") return refused("claim-withdrawn");
    const present = await presentVersion(tx, deskId, { articleId, versionId: input.versionId });
    if (!present.ok) return present;
    const version = present.value;
    const placement = await placementOf(tx, deskId, old.id, version.id);
    if (placement === null) return notFound();
    if (needsPlacing(placement)) return refused("claim-needs-placing");
    if (input.rowVersion < old.basisVersion || input.rowVersion > old.rowVersion) {
      return conflict({ oldStatement: old.statement, rowVersion: String(old.rowVersion) });
    }
    const spans = await splitSpans(tx, { version, placement }, input);
    if (!spans.ok) return spans;
    const evidence = (await evidenceOfClaims(tx, deskId, [old.id])).get(old.id) ?? [];
    const known = new Set(evidence.map((piece) => piece.id));
    const chosen = new Set([...input.copiedIds, ...input.movedIds]);
    if ([...chosen].some((id) => !known.has(id))) return notFound();

    const number = await takeClaimNumber(tx, deskId, articleId, now);
    const { quote } = quoteOf(version.text, spans.value.words);
    const place = { articleId, versionId: version.id, ...spans.value.words, quote };
    await insertClaim(tx, { deskId, id: input.id, number, memberId, now, ...place });
    const { claimant, saidOn, saidIn, dueAt, priority } = old;
    const had = old.assigneeId;
    const assigneeId = had !== null && (await lockAssignees(tx, deskId, [had])).has(had) ? had : null;
    const fields = { statement: input.statement, claimant, saidOn, saidIn, assigneeId, dueAt, priority };
    const made = { deskId, id: input.id, rowVersion: 1 };
    await saveClaim(tx, made, "words", { ...fields, editedById: memberId, state: "progress", updatedAt: now });
    const copies = evidence.filter((piece) => chosen.has(piece.id));
    const groups = [...Map.groupBy(copies, (piece) => piece.originId)].flatMap(([originId, pieces]) =>
      originId === null ? [] : [{ originId, there: [], copied: pieces.map((piece) => piece.id) }],
    );
    await copyEvidence(tx, context, { copies, groups }, { claimId: input.id, there: [] });
    await insertRelation(tx, {
      deskId,
      id: input.id,
      kind: "split",
      claimId: input.id,
      otherId: old.id,
      memberId,
      now,
    });
    const moved = evidence.filter((piece) => input.movedIds.includes(piece.id));
    await narrowClaim(tx, context, {
      claim: old,
      version,
      placement,
      span: spans.value.rest,
      statement: input.oldStatement,
      moved,
    });
    await appendAudits(tx, { deskId, actorId: memberId, now }, [
      {
        action: "claim.split",
        subjectId: input.id,
        articleId,
        claimId: input.id,
        details: { part: "new", number: old.number, quote, evidence: copies.length },
      },
      {
        action: "claim.split",
        subjectId: input.id,
        articleId,
        claimId: old.id,
        details: { part: "old", number, moved: moved.length },
      },
      ...(await stalenessEvents(tx, deskId, [old])),
    ]);
    return ok({ id: input.id, number });
  });
}
