"use server";

import type {
  BindAnswer,
  BindRequest,
  ClaimChoice,
  QuoteAnswer,
  QuoteRequest,
} from "#components/capture/capture-actions.ts";
import { evidenceHref } from "#components/capture/evidence-href.ts";
import { type Failure, failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { attachCapture, captureSource } from "#lib/schemas/capture.ts";
import * as quoting from "#lib/schemas/quote-passage.ts";
import { identifier } from "#lib/schemas/text.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimsToQuote } from "#lib/server/queries/claims-to-quote.ts";
import { refresh } from "#lib/server/refresh.ts";
import * as attaching from "#lib/server/use-cases/attach-capture.ts";
import * as capturing from "#lib/server/use-cases/capture-source.ts";
import { quotePassage } from "#lib/server/use-cases/quote-passage.ts";

export async function keep(_: FormState, form: FormData): Promise<FormState> {
  const saved = ({ unbound }: capturing.Captured) =>
    unbound === "" ? "A copy is kept." : `A copy is kept. ${unbound}`;
  return runAction({ schema: captureSource, form, work: capturing.captureSource, saved });
}

const signInAgain = {
  ok: false,
  sentence: "You were signed out. Sign in again, then select the words once more.",
} as const;
const selectAgain = { ok: false, sentence: "These words cannot be quoted. Select them again." } as const;

/** Answers with the claim's address, whose form for new evidence holds the words then. */
export async function quote(request: QuoteRequest): Promise<QuoteAnswer> {
  const context = await actionContext();
  if (context === null) return signInAgain;
  const input = quoting.quotePassage.safeParse(request);
  if (!input.success) return selectAgain;
  const outcome = await quotePassage(context, input.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  const { articleId, claimId, after } = outcome.value;
  const href = `/articles/${articleId}/claims/${claimId}`;
  return { ok: true, href: after === null ? href : evidenceHref({ articleId, claimId, evidenceId: after }) };
}

/** Answers with the evidence's address. Where a verdict would go stale by it, that has to be wanted first. */
export async function bind({ evidenceId, claimId, ...words }: BindRequest): Promise<BindAnswer> {
  const context = await actionContext();
  if (context === null) return signInAgain;
  const input = attachCapture.safeParse({ ...words, id: evidenceId });
  const asked = identifier.safeParse(claimId);
  if (!input.success || !asked.success) return selectAgain;
  const claim = await claimPage(context, asked.data);
  if (!claim.ok) return refusalOf(claim.error);
  const outcome = await attaching.attachCapture(context, input.data);
  if (!outcome.ok) return refusalOf(outcome.error);
  refresh();
  const { id, articleId } = claim.value;
  return { ok: true, href: evidenceHref({ articleId, claimId: id, evidenceId: outcome.value.id }) };
}

function refusalOf(failure: Failure): BindAnswer {
  const sentence = failureSentence(failure);
  const asks = failure.kind === "refused" && failure.rule === "verdict-stands";
  return asks ? { ok: false, asks, sentence } : { ok: false, sentence };
}

export async function claims(): Promise<readonly ClaimChoice[]> {
  const context = await actionContext();
  return context === null ? [] : await claimsToQuote(context);
}
