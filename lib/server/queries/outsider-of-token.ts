import "server-only";
import { outsidePurposes } from "#lib/domain/outside.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { hashToken } from "#lib/server/one-use-token.ts";
import { noteOpened, openInvite } from "#lib/server/repositories/outside-invites.ts";

export type Outsider = {
  readonly actor: Actor & Required<Pick<Actor, "outside">>;
  readonly deskName: string;
  readonly note: string;
  readonly expiresAt: string;
};

/**
 * Who holds this link, at this moment: asked for every request, so that a link which was revoked or has expired does
 * nothing. Null for those and for any other token. The first time is noted as the moment it was opened.
 */
export async function outsiderOfToken({ db, now }: AnonymousContext, token: string): Promise<Outsider | null> {
  const invite = await openInvite(db, hashToken(token), now);
  const purpose = outsidePurposes.find((known) => known === invite?.purpose);
  if (invite === null || purpose === undefined) return null;
  const { deskId, id, claimId, member, note, expiresAt } = invite;
  if (invite.openedAt === null) await noteOpened(db, { deskId, id }, now);
  return {
    actor: {
      ...{ deskId, memberId: member.id, userId: member.userId, name: member.name },
      role: "viewer",
      outside: { claimId, purpose },
    },
    deskName: member.desk.name,
    note,
    expiresAt: expiresAt.toISOString(),
  };
}
