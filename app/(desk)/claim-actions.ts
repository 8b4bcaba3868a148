"use server";

import { type MarkAnswer, type MarkRequest, markOfClaim } from "#components/article/mark-claim.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import * as claim from "#lib/schemas/claim.ts";
import { keepDraft } from "#lib/schemas/draft.ts";
import * as evidence from "#lib/schemas/evidence.ts";
import { seenClaim } from "#lib/schemas/seen.ts";
import * as verdict from "#lib/schemas/verdict.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { rememberDraft } from "#lib/server/use-cases/keep-draft.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { noteSeen } from "#lib/server/use-cases/note-seen.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import * as removing from "#lib/server/use-cases/remove-evidence.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";

export async function saveClaim(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: claim.editClaim, form, work: editClaim, saved: "The claim is saved.", draft: "claim" });
}

export async function assignTo(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: claim.assignClaim, form, work: assignClaim, saved: "The assignment is saved." });
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: claim.withdrawClaim, form, work: withdrawClaim, saved: "The claim is withdrawn." });
}

export async function restore(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: claim.restoreClaim, form, work: restoreClaim, saved: "The claim is back." });
}

export async function link(_: FormState, form: FormData): Promise<FormState> {
  const saved = "The evidence is linked.";
  return runAction({ schema: evidence.linkEvidence, form, work: linkEvidence, saved, draft: "evidence" });
}

export async function changeEvidence(_: FormState, form: FormData): Promise<FormState> {
  const saved = "The evidence is saved.";
  return runAction({ schema: evidence.editEvidence, form, work: editEvidence, saved });
}

export async function removeEvidence(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema: evidence.evidenceAt,
    form,
    work: removing.removeEvidence,
    saved: "The evidence was removed.",
  });
}

export async function restoreEvidence(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema: evidence.evidenceAt,
    form,
    work: removing.restoreEvidence,
    saved: "The evidence is back.",
  });
}

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const saved = "The verdict waits for a colleague's review.";
  return runAction({ schema: verdict.proposeVerdict, form, work: proposeVerdict, saved, draft: "verdict" });
}

export async function review(_: FormState, form: FormData): Promise<FormState> {
  const saved = "Your decision is recorded.";
  return runAction({ schema: verdict.reviewVerdict, form, work: reviewVerdict, saved, draft: "review" });
}

const signInAgain = "You were signed out. Sign in again, then mark the words once more.";

/** Answers with the claim itself and has no page read again: a long article need not be sent anew for one claim. */
export async function mark(request: MarkRequest): Promise<MarkAnswer> {
  const context = await actionContext();
  if (context === null) return { ok: false, sentence: signInAgain };
  const input = claim.markClaim.safeParse(request);
  if (!input.success) return { ok: false, sentence: "These words cannot be marked. Select them again." };
  const outcome = await markClaim(context, input.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  const marked = await claimPage(context, outcome.value.id);
  if (!marked.ok) return { ok: false, sentence: failureSentence(marked.error) };
  const { start, end } = input.data;
  return {
    ok: true,
    claimId: marked.value.id,
    existed: outcome.value.existed,
    claim: markOfClaim(marked.value, { start, end }),
  };
}

export async function findSources(words: string): Promise<SourceView[]> {
  const context = await actionContext();
  return context === null ? [] : await sourceSearch(context, { words: String(words), take: 12 });
}

export async function saveDraft(key: string, fields: Record<string, string>): Promise<{ at: string } | null> {
  const context = await actionContext();
  const input = keepDraft.safeParse({ key, fields });
  if (context === null || !input.success) return null;
  const kept = await rememberDraft(context, input.data);
  return kept.ok ? kept.value : null;
}

/** Notes that the reader has the claim before them, up to that line of its story. What cannot be noted is passed over. */
export async function look(claimId: string, upTo: string): Promise<void> {
  const context = await actionContext();
  const seen = seenClaim.safeParse({ claimId, upTo });
  if (context !== null && seen.success) await noteSeen(context, seen.data);
}
