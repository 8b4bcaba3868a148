import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { KeepDraft } from "#lib/schemas/draft.ts";
import type { Context } from "#lib/server/context.ts";
import { dropDraft, keepDraft } from "#lib/server/repositories/drafts.ts";

/** Keeps what somebody is typing, for them alone. Drafts are not the desk's, so nothing of it is in the record. */
export async function rememberDraft({ actor, db, now }: Context, input: KeepDraft): Promise<Outcome<{ at: string }>> {
  const { deskId, memberId } = actor;
  await keepDraft(db, { deskId, memberId, key: input.key, fields: input.fields, now });
  return ok({ at: now.toISOString() });
}

export async function forgetDraft({ actor, db }: Context, input: { readonly key: string }): Promise<void> {
  await dropDraft(db, { deskId: actor.deskId, memberId: actor.memberId, key: input.key });
}
