import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hasSameFields } from "#lib/domain/same-fields.ts";
import { can } from "#lib/policy/can.ts";
import { type CreateSource, createSource as words } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { fieldsOf, insertSource, type StoredSource, sourceById } from "#lib/server/repositories/sources.ts";
import { editSource } from "#lib/server/use-cases/edit-source.ts";
import { flatFields, sourceFields } from "#lib/server/use-cases/source-fields.ts";

const names = words.keyof().exclude(["id"]).options;

/**
 * Adds a source to the desk's library. The same request sent twice makes one; sent again with other words, because the
 * answer to the first did not arrive, it is an edit.
 */
export async function createSource(context: Context, input: CreateSource): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  if (!can(actor, "source.edit", actor)) return forbidden();
  const sent = await sourceById(db, deskId, input.id);
  if (sent !== null && sent.createdById === memberId && !saysTheSame(sent, input)) {
    return await editSource(context, { ...input, rowVersion: 1 });
  }
  return await inTransaction(db, async (tx) => {
    const made = await sourceById(tx, deskId, input.id);
    if (made !== null)
      return made.createdById === memberId && saysTheSame(made, input) ? ok({ id: made.id }) : notFound();
    const fields = sourceFields(input);
    await insertSource(tx, { ...fields, deskId, id: input.id, createdById: memberId, now });
    const { title, address } = fields;
    const by = { deskId, actorId: memberId, now };
    await appendAudit(tx, by, { action: "source.create", subjectId: input.id, details: { title, address } });
    return ok({ id: input.id });
  });
}

function saysTheSame(stored: StoredSource, input: CreateSource): boolean {
  return hasSameFields(names, flatFields(fieldsOf(stored)), { ...input, title: input.title || input.address });
}
