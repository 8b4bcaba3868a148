import "server-only";
import type { ReplyView } from "#lib/domain/reply.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** Whom the desk asked about a claim and what they answered, in the order of asking. */
export async function claimReplies(
  _db: Tx,
  _claim: { readonly deskId: string; readonly claimId: string; readonly now: Date },
): Promise<ReplyView[]> {
  return [];
}
