import "server-only";
import type { PublishedKey } from "#lib/domain/edition.ts";
import { forbidden, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { publishedKeyOf } from "#lib/server/queries/published-keys.ts";
import { keysWithUse } from "#lib/server/repositories/signing-keys.ts";

/** A key as the desk's own page lists it. Names are "" where nobody is on record. */
type KeyLine = PublishedKey & { readonly createdBy: string; readonly revokedBy: string; readonly editions: number };

type KeysPage = { readonly deskId: string; readonly keys: readonly KeyLine[] };

/** The desk's keys, newest first, for administrators. */
export async function keysPage({ actor, db }: Context): Promise<Outcome<KeysPage>> {
  const { deskId } = actor;
  if (!can(actor, "key.manage", actor)) return forbidden();
  const keys = (await keysWithUse(db, deskId)).map((row) => ({
    ...publishedKeyOf(row),
    createdBy: row.createdBy?.name ?? "",
    revokedBy: row.revokedBy?.name ?? "",
    editions: row._count.editions,
  }));
  return ok({ deskId, keys });
}
