import "server-only";
import { type InviteView, outsidePurposes } from "#lib/domain/outside.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { invitesOf } from "#lib/server/repositories/outside-invites.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

/** The links to a claim, the latest first, for editors; whoever owes a second verdict on it sees none. */
export async function claimInvites({ actor, db, now }: Context, claimId: string): Promise<readonly InviteView[]> {
  const { deskId } = actor;
  if (!can(actor, "outside.invite", { deskId }) || (await blindClaims(db, actor)).has(claimId)) return [];
  const rows = await invitesOf(db, deskId, claimId);
  return rows.flatMap((row) => {
    const purpose = outsidePurposes.find((known) => known === row.purpose);
    if (purpose === undefined) return [];
    const { id, member, createdAt, expiresAt, openedAt, revokedAt } = row;
    return [
      {
        ...{ id, person: member, purpose },
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        openedAt: openedAt?.toISOString() ?? null,
        state: revokedAt !== null ? "revoked" : expiresAt <= now ? "expired" : "open",
      },
    ];
  });
}
