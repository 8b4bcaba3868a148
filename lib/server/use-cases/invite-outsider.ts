import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { InviteOutsider } from "#lib/schemas/outside.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { newToken } from "#lib/server/one-use-token.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { contributorsOf } from "#lib/server/repositories/claims.ts";
import { joinFromOutside, memberOfUser } from "#lib/server/repositories/members.ts";
import { insertInvite, inviteById, renewInvite } from "#lib/server/repositories/outside-invites.ts";
import { insertUser, userByEmail } from "#lib/server/repositories/people.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

const dayMs = 24 * 3_600_000;

/**
 * A link by which somebody from outside sees one claim, to say what they know or to review its verdict, until it expires
 * or is revoked. Refuses a colleague, and a reviewer who worked on the claim. The token is in the answer and nowhere
 * else; the same request sent again makes the same invitation with another token, and the first one stops working.
 */
export function inviteOutsider(
  { actor, db, now }: Context,
  input: InviteOutsider,
): Promise<Outcome<{ id: string; token: string }>> {
  const { deskId, memberId: createdById } = actor;
  return inTransaction(db, async (tx) => {
    const { id, claimId, email, name, purpose, note, days } = input;
    const loaded = await claimToChange(tx, actor, { action: "outside.invite", claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const { token, tokenHash } = newToken();
    const sent = await inviteById(tx, deskId, id);
    if (sent !== null) {
      if (sent.createdById !== createdById || sent.claimId !== claimId) return notFound();
      if (sent.revokedAt !== null || sent.expiresAt <= now) return refused("invite-over");
      await renewInvite(tx, { deskId, id }, tokenHash);
      return ok({ id, token });
    }
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    const user = await userByEmail(tx, email);
    const known = user === null ? null : await memberOfUser(tx, deskId, user.id);
    if (known !== null && known.leftAt === null && !known.outside) return refused("email-taken");
    const contributors = await contributorsOf(tx, deskId, claimId);
    if (purpose === "review" && contributors.some((person) => person.memberId === known?.id)) {
      return refused("outsider-worked-on-it");
    }

    const userId = user?.id ?? uuidv7();
    if (user === null) await insertUser(tx, { id: userId, email, name, passwordHash: null, now });
    const isHere = known?.outside === true && known.leftAt === null;
    const memberId = isHere ? known.id : await joinFromOutside(tx, { deskId, id: uuidv7(), userId, name, now });
    const expiresAt = new Date(now.getTime() + days * dayMs);
    await insertInvite(tx, {
      ...{ deskId, id, claimId, memberId, tokenHash, purpose, note, createdById, expiresAt },
      createdAt: now,
    });
    await appendAudit(
      tx,
      { deskId, actorId: createdById, now },
      {
        action: "outside.invite",
        subjectId: id,
        articleId: claim.articleId,
        claimId,
        details: { name, purpose, days },
      },
    );
    return ok({ id, token });
  });
}
