import "server-only";
import type { Failure } from "#lib/domain/failure.ts";
import { conflict, invalid, notFound } from "#lib/domain/failure.ts";
import type { Result } from "#lib/domain/result.ts";
import { ok } from "#lib/domain/result.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import type { StoredReplyRequest } from "#lib/server/repositories/replies.ts";
import { replyRequestById } from "#lib/server/repositories/replies.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";

type Held = { readonly request: StoredReplyRequest; readonly claim: StoredClaim };

/** A request for a reply whose claim is held until the transaction ends, for somebody who may change it. */
export async function heldRequest(tx: Tx, { actor }: Context, id: string): Promise<Result<Held, Failure>> {
  const named = await replyRequestById(tx, actor.deskId, id);
  if (named === null) return notFound();
  const loaded = await claimToChange(tx, actor, { action: "reply.ask", claimId: named.claimId });
  if (!loaded.ok) return loaded;
  // Read again under the claim's lock: somebody may have answered meanwhile.
  const request = await replyRequestById(tx, actor.deskId, id);
  return request === null ? notFound() : ok({ request, claim: loaded.value });
}

/** What stands now, for whoever saved second. */
export function requestConflict(request: StoredReplyRequest) {
  const { askedOf, contact, channel, text, askedAt, deadline, answer, answeredAt, rowVersion } = request;
  return conflict({
    askedOf,
    contact,
    channel,
    text,
    askedAt: askedAt.toISOString(),
    deadline: deadline?.toISOString() ?? "",
    answer: answer ?? "",
    answeredAt: answeredAt?.toISOString() ?? "",
    rowVersion: String(rowVersion),
  });
}

export function isAfter(deadline: Date | null, askedAt: Date): boolean {
  return deadline === null || deadline > askedAt;
}

export function deadlinePassed() {
  return invalid({ deadline: "The deadline has to come after the request was sent." });
}
