import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, forbidden, invalid, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { isSameScale } from "#lib/domain/scale.ts";
import { scaleProblems } from "#lib/domain/scale-problems.ts";
import { can } from "#lib/policy/can.ts";
import type { ReviseScale } from "#lib/schemas/scale.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertScale, presentScale, retireScale, scaleById, scaleOf } from "#lib/server/repositories/scales.ts";

/**
 * Puts a scale in the place of the desk's present one, which is retired with its words: verdicts that were given on it
 * keep them. Conflicts when somebody revised it since it was read. The same request sent twice makes one scale.
 */
export function reviseScale({ actor, db, now }: Context, input: ReviseScale): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const { id, scaleId, ...scale } = input;
  return inTransaction(db, async (tx) => {
    if (!can(actor, "scale.manage", actor)) return forbidden();
    const problems = scaleProblems(scale);
    if (Object.keys(problems).length > 0) return invalid(problems);
    const sent = await scaleById(tx, deskId, id);
    if (sent !== null) return isSameScale(scaleOf(sent), scale) ? ok({ id }) : await revisedMeanwhile(tx, deskId);
    const present = await presentScale(tx, deskId);
    if (present?.id === scaleId && isSameScale(scaleOf(present), scale)) return refused("scale-unchanged");
    if (!(await retireScale(tx, { deskId, id: scaleId }, now))) return await revisedMeanwhile(tx, deskId);
    const revision = await insertScale(tx, { deskId, id, now }, scale);
    const details = { scale: `${scale.name}, revision ${revision}`, ratings: scale.ratings.length, replaces: scaleId };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "scale.revise", subjectId: id, details });
    return ok({ id });
  });
}

/** What stands now, for whoever wrote on top of an older scale. */
async function revisedMeanwhile(tx: Tx, deskId: string) {
  const present = await presentScale(tx, deskId);
  const labels = present?.ratings.map((rating) => rating.label).join(", ") ?? "";
  const scaleId = present?.id ?? "";
  // A form compares by its `rowVersion`.
  return conflict({ scaleId, rowVersion: scaleId, name: present?.name ?? "", ratings: labels });
}
