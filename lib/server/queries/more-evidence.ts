import "server-only";
import type { EvidenceRest } from "#lib/domain/evidence-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { claimEvidence, shownAtOnce } from "#lib/server/queries/claim-evidence.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { evidenceFrom } from "#lib/server/repositories/evidence.ts";
import { isBlindOn } from "#lib/server/repositories/second-verdicts.ts";
import { latestRevisionAt } from "#lib/server/repositories/verdicts.ts";

/** The next hundred pieces of a claim's evidence after the first `skip`; not for somebody from outside, who sees the first. */
export async function moreEvidence(
  { actor, db }: Context,
  { claimId, skip }: { readonly claimId: string; readonly skip: number },
): Promise<Outcome<EvidenceRest>> {
  const loaded = permit(actor, "claim.read", await claimById(db, actor.deskId, claimId));
  if (!loaded.ok) return loaded;
  if (actor.outside !== undefined) return notFound();
  const rows = await evidenceFrom(db, actor.deskId, { claimId, skip, take: shownAtOnce + 1 });
  const isBlind = await isBlindOn(db, actor, claimId);
  const since = isBlind ? null : await latestRevisionAt(db, actor.deskId, claimId);
  return ok({ evidence: await claimEvidence(db, rows, since), more: rows.length > shownAtOnce });
}
