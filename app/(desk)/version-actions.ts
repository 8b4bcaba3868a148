"use server";

import type { PlaceAnswer, PlaceRequest } from "#components/article/place-claim.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import * as version from "#lib/schemas/version.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
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
