import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { hyphenatedIsbn } from "#lib/formats/citations/hyphenated-isbn.ts";
import { permit } from "#lib/policy/permit.ts";
import type { EditSource } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { fieldsOf, lockSources, saveSource } from "#lib/server/repositories/sources.ts";
import { flatFields, sourceFields } from "#lib/server/use-cases/source-fields.ts";

/**
 * Corrects what the desk says of a source. Conflicts when somebody saved it since it was read. No verdict goes stale:
 * its basis names the source and not what is said of it.
 */
export function editSource({ actor, db, now }: Context, input: EditSource): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const [row = null] = await lockSources(tx, deskId, [input.id]);
    const loaded = permit(actor, "source.edit", row);
    if (!loaded.ok) return loaded;
    const before = loaded.value;
    if (before.mergedIntoId !== null) return refused("source-merged");
    if (before.rowVersion !== input.rowVersion) {
      const isbn = hyphenatedIsbn(before.isbn);
      return conflict({ ...flatFields(fieldsOf(before)), isbn, rowVersion: String(before.rowVersion) });
    }

    const fields = sourceFields(input);
    await saveSource(tx, { deskId, id: before.id, rowVersion: before.rowVersion }, { ...fields, now });
    const details = { title: fields.title, address: fields.address };
    const by = { deskId, actorId: memberId, now };
    await appendAudit(tx, by, { action: "source.edit", subjectId: before.id, details });
    return ok({ id: before.id });
  });
}
