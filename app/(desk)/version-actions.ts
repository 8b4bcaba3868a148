"use server";

import type { PlaceAnswer, PlaceRequest, PlacingClaim } from "#components/article/place-claim.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { identifier } from "#lib/schemas/text.ts";
import * as version from "#lib/schemas/version.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { refresh } from "#lib/server/refresh.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";
import { withdrawClaims } from "#lib/server/use-cases/withdraw-claims.ts";

export async function freezeVersion(_: FormState, form: FormData): Promise<FormState> {
  const saved = ({ number }: { number: number }) => `Version ${number} is frozen.`;
  return runAction({ schema: version.addVersion, form, work: addVersion, saved });
}

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  const saved = (done: { confirmed: number; skipped: number }) => countWords("confirmed", done.confirmed, done.skipped);
  return runAction({ schema: version.confirmPlaces, form, work: confirmPlaces, saved });
}

export async function placeHere(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: version.placeClaim, form, work: placeClaim, saved: "The claim has its place." });
}

export async function withdrawAll(_: FormState, form: FormData): Promise<FormState> {
  const saved = (done: { withdrawn: number; skipped: number }) => countWords("withdrawn", done.withdrawn, done.skipped);
  return runAction({ schema: version.withdrawClaims, form, work: withdrawClaims, saved });
}

function countWords(what: string, done: number, skipped: number): string {
  const said = done === 1 ? `1 claim is ${what}.` : `${done} claims are ${what}.`;
  return skipped === 0 ? said : `${said} ${skipped} could not be, for somebody was there first.`;
}

const signInAgain = "You were signed out. Sign in again, then choose the words once more.";

export async function place(request: PlaceRequest): Promise<PlaceAnswer> {
  const context = await actionContext();
  if (context === null) return { ok: false, sentence: signInAgain };
  const input = version.placeClaim.safeParse(request);
  if (!input.success) return { ok: false, sentence: "A claim cannot stand on these words. Select them again." };
  const outcome = await placeClaim(context, input.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  refresh();
  return { ok: true };
}

/** What placing mode shows of a claim; null when it cannot be placed, or not by whoever asks. */
export async function placingClaim(claimId: string): Promise<PlacingClaim | null> {
  const context = await actionContext();
  const id = identifier.safeParse(claimId);
  if (context === null || !id.success) return null;
  const claim = await claimPage(context, id.data);
  if (!claim.ok || !claim.value.may.edit) return null;
  const { articleId, number, rowVersion, placement, quote } = claim.value;
  const list = placement.needsPlacing ? await placingPage(context, { articleId, after: null }) : null;
  const row = list?.ok ? list.value.rows.find((one) => one.claimId === id.data) : undefined;
  const near = row?.offered?.start ?? row?.candidates[0]?.start ?? row?.around?.start ?? null;
  return { id: id.data, number, rowVersion, words: placement.before?.quote ?? quote.quote, near };
}
