import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Outcome } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { ruleSentence } from "#lib/domain/rule.ts";
import { linkToken } from "#lib/schemas/account.ts";
import { fieldErrors, stateOf, typedOf } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { type Outsider, outsiderOfToken } from "#lib/server/queries/outsider-of-token.ts";
import { refresh } from "#lib/server/refresh.ts";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { anonymousContext, contextOf } from "#lib/server/session.ts";

type Held = { readonly context: Context; readonly outsider: Outsider };

/** Who holds the link in an address, with the context to act in; null for a link that does nothing. */
export async function holderOf(token: string): Promise<Held | null> {
  const parsed = linkToken.safeParse({ token });
  const anonymous = anonymousContext();
  const outsider = parsed.success ? await outsiderOfToken(anonymous, parsed.data.token) : null;
  return outsider === null ? null : { context: contextOf(outsider.actor, anonymous.now), outsider };
}

type OutsideWork<Input> = {
  readonly token: string;
  readonly schema: z.ZodType<Input>;
  readonly form: FormData;
  readonly work: (context: Context, input: Input) => Promise<Outcome<{ readonly id: string }>>;
  readonly saved: string;
};

/** The road of a form on a link's page: gate, link, parse, use-case. Whose session the browser has makes no difference. */
export async function runOutsideAction<Input>(action: OutsideWork<Input>): Promise<FormState> {
  const typed = typedOf(action.form);
  if (!isSameOrigin(await headers())) return { kind: "refused", sentence: foreignOriginSentence, typed };
  const held = await holderOf(action.token);
  if (held === null) return { kind: "refused", sentence: ruleSentence("invite-over"), typed };
  const { claimId } = held.outsider.actor.outside;
  const input = action.schema.safeParse({ ...typed, claimId });
  if (!input.success) return { kind: "invalid", fields: fieldErrors(input.error), typed };
  const outcome = await action.work(held.context, input.data);
  if (!outcome.ok) return stateOf(outcome.error, typed);
  refresh();
  return { kind: "saved", id: outcome.value.id, sentence: action.saved, at: held.context.now.toISOString() };
}
