import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { MergeSources } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockSources, saveMerge } from "#lib/server/repositories/sources.ts";

/**
 * Merges one source, and what was merged into it before, into another; the id of that one. Its row, its evidence and its
 * copies stay as they are, so no verdict goes stale and it can be parted again.
 */
export function mergeSources({ actor, db, now }: Context, input: MergeSources): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const { id, intoId } = input;
  return inTransaction(db, async (tx) => {
    const rows = await lockSources(tx, deskId, [id, intoId]);
    const from = permit(actor, "source.merge", rows.find((row) => row.id === id) ?? null);
    if (!from.ok) return from;
    const into = permit(actor, "source.merge", rows.find((row) => row.id === intoId) ?? null);
    if (!into.ok) return notFound();
    if (id === intoId) return refused("source-merges-itself");
    if (from.value.mergedIntoId === intoId) return ok({ id: intoId });
    if (from.value.mergedIntoId !== null || into.value.mergedIntoId !== null) return refused("source-merged");

    await saveMerge(tx, { deskId, id, intoId, now });
    const details = { title: from.value.title, into: into.value.title, intoId };
    const by = { deskId, actorId: memberId, now };
    await appendAudit(tx, by, { action: "source.merge", subjectId: id, details });
    return ok({ id: intoId });
  });
}
