"use server";

import type { EvidenceRest, ReusableEvidence } from "#lib/domain/evidence-views.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import * as evidence from "#lib/schemas/evidence.ts";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { moreEvidence } from "#lib/server/queries/more-evidence.ts";
import { reusableEvidence } from "#lib/server/queries/reusable-evidence.ts";
import { orderEvidence } from "#lib/server/use-cases/order-evidence.ts";
import { reuseEvidence } from "#lib/server/use-cases/reuse-evidence.ts";
import { settleOrigin } from "#lib/server/use-cases/settle-origin.ts";

export async function order(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: evidence.orderEvidence, form, work: orderEvidence, saved: "The order is saved." });
}

export async function reuse(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: evidence.reuseEvidence, form, work: reuseEvidence, saved: "The evidence is linked." });
}

export async function settle(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: evidence.settleOrigin, form, work: settleOrigin, saved: "The origins are saved." });
}

const place = wholeNumber(0, 1_000_000);

/** The pieces after the first `skip`; null when they could not be read. */
export async function more(claimId: string, skip: number): Promise<EvidenceRest | null> {
  const [context, id, from] = [await actionContext(), identifier.safeParse(claimId), place.safeParse(skip)];
  if (context === null || !id.success || !from.success) return null;
  const rest = await moreEvidence(context, { claimId: id.data, skip: from.data });
  return rest.ok ? rest.value : null;
}

export async function findReusable(claimId: string, words: string): Promise<readonly ReusableEvidence[]> {
  const [context, id] = [await actionContext(), identifier.safeParse(claimId)];
  if (context === null || !id.success) return [];
  const found = await reusableEvidence(context, { claimId: id.data, words: String(words) });
  return found.ok ? found.value : [];
}
