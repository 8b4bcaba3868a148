import "server-only";
import type { CopyPlan } from "#lib/domain/same-evidence.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { noteBasisChange } from "#lib/server/repositories/claims.ts";
import { insertCopies } from "#lib/server/repositories/copied-evidence.ts";
import type { StoredEvidence } from "#lib/server/repositories/evidence.ts";
import { giveOrigin, ownOrigin } from "#lib/server/repositories/origins.ts";

type To = { readonly claimId: string; readonly there: readonly StoredEvidence[] };

/** Makes the copies of a plan at a locked claim; pieces that had one origin have one there too. A verdict goes stale by it. */
export async function copyEvidence(
  tx: Tx,
  { actor, now }: Context,
  { copies, groups }: CopyPlan<StoredEvidence>,
  { claimId, there }: To,
): Promise<void> {
  if (copies.length === 0) return;
  const { deskId, memberId } = actor;
  const by = { memberId, now };
  const ids = await insertCopies(tx, copies, { deskId, claimId, ...by });
  for (const group of groups) {
    const had = there.filter((piece) => group.there.includes(piece.id));
    const members = [...had.map((piece) => piece.id), ...group.copied.flatMap((id) => ids.get(id) ?? [])];
    const [first, ...rest] = members;
    if (first === undefined || rest.length === 0) continue;
    const known = had.find((piece) => piece.originId !== null)?.originId ?? null;
    const originId = known ?? (await ownOrigin(tx, { deskId, id: first, claimId, originId: null }, by));
    const others = known === null ? rest : members.filter((id) => !had.some((piece) => piece.id === id));
    for (const id of others) await giveOrigin(tx, { deskId, id, originId }, by);
  }
  await noteBasisChange(tx, deskId, claimId, now);
}
