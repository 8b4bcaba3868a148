import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { PartSource } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { lockSources, savePart } from "#lib/server/repositories/sources.ts";

/** Undoes a merge: the source stands for itself again, with the evidence and copies that were always its own. */
export function partSource({ actor, db, now }: Context, { id }: PartSource): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const [row = null] = await lockSources(tx, deskId, [id]);
    const loaded = permit(actor, "source.merge", row);
    if (!loaded.ok) return loaded;
    const { mergedIntoId, title } = loaded.value;
    if (mergedIntoId === null) return ok({ id });
    await savePart(tx, { deskId, id, now });
    const by = { deskId, actorId: memberId, now };
    await appendAudit(tx, by, { action: "source.part", subjectId: id, details: { title, fromId: mergedIntoId } });
    return ok({ id });
  });
}
