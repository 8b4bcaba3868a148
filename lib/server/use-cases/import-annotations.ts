import "server-only";
import { written } from "#lib/domain/annotation.ts";
import { joinedDetails } from "#lib/domain/annotation-details.ts";
import { annotationFates } from "#lib/domain/annotation-views.ts";
import type { AuditEvent } from "#lib/domain/audit.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { unplacedRows } from "#lib/formats/annotations/place-annotations.ts";
import { permit } from "#lib/policy/permit.ts";
import type { ImportAnnotations } from "#lib/schemas/annotations.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { articleById, lockArticle, takeClaimNumbers } from "#lib/server/repositories/articles.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { insertDetails } from "#lib/server/repositories/passage-details.ts";
import {
  becomesClaim,
  type ImportedClaim,
  insertPlanned,
  type PlannedClaim,
  plannedClaims,
} from "#lib/server/repositories/planned-claims.ts";
import {
  keepAnnotations,
  stagedAnnotations,
  stagedDigest,
  stagedPassages,
} from "#lib/server/repositories/staged-annotations.ts";
import { presentVersion } from "#lib/server/use-cases/present-version.ts";

/** `id` is that of the upload. `toPlace` of the new claims wait for somebody to place them. */
type BroughtIn = { readonly id: string; readonly claims: number; readonly toPlace: number };

/**
 * Makes claims of the passages of a staged file that are kept, with their evidence, in the article's newest version, which
 * has to be the one that was looked at. Only very words settle; what changed, fits several places or is gone becomes a
 * claim that needs placing. Words that are a claim already are passed over. Sent twice it happens once.
 */
export async function importAnnotations(context: Context, input: ImportAnnotations): Promise<Outcome<BroughtIn>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, articleId, versionId, keep } = input;
  const seen = permit(actor, "claim.mark", await articleById(db, deskId, articleId));
  if (!seen.ok) return seen;
  const staged = await stagedAnnotations(db, { deskId, memberId, id });
  if (staged === null || staged.articleId !== articleId) return notFound();
  if (staged.broughtIn !== null) return ok({ id, ...staged.broughtIn });
  const { fileName } = staged;
  const looked = await presentVersion(db, deskId, { articleId, versionId });
  if (!looked.ok) return looked;
  // A version never changes, so its text is searched before anything is held.
  const passages = stagedPassages(staged, looked.value);
  const chosen = keep === undefined ? null : new Set(keep);
  const placed = passages.filter(({ details }, index) => chosen?.has(index + 1) ?? details.kept);
  const unplaced = [...unplacedRows(passages)];

  const bringIn = async (tx: Tx): Promise<Outcome<BroughtIn>> => {
    const article = permit(actor, "claim.mark", await lockArticle(tx, deskId, articleId));
    if (!article.ok) return article;
    const sent = await stagedAnnotations(tx, { deskId, memberId, id });
    if (sent !== null && sent.broughtIn !== null) return ok({ id, ...sent.broughtIn });
    const version = await presentVersion(tx, deskId, { articleId, versionId });
    if (!version.ok) return version;
    const plans = await plannedClaims(tx, { deskId, versionId }, placed);
    const fresh = plans.filter(becomesClaim);
    const broughtIn = { claims: fresh.length, toPlace: fresh.filter(({ kind }) => kind !== "exact").length };
    if (fresh.length === 0) return ok({ id, ...broughtIn });

    const first = await takeClaimNumbers(tx, deskId, { articleId, count: fresh.length, now });
    const claims = await insertPlanned(tx, fresh, { deskId, articleId, versionId, memberId, first, now });
    const doubles = Map.groupBy(plans, ({ sameAs }) => sameAs);
    const detailed = claims.map((claim) => {
      const others = (doubles.get(claim.plan.passage) ?? []).filter(({ details }) => details.label !== "");
      return { id: claim.id, details: joinedDetails(claim.plan, others) };
    });
    const file = fileName === "" ? "Notes of the imported document" : fileName;
    const brought = await insertDetails(tx, detailed, { deskId, articleId, memberId, file, now });
    const kept = { articleId, fileName, source: null, broughtIn, unplaced };
    await keepAnnotations(tx, { deskId, memberId, id }, kept, now);
    const details = {
      version: version.value.number,
      file: fileName,
      digest: stagedDigest(staged),
      claims: fresh.length,
      ...countsOf(plans),
    };
    await appendAudits(tx, { deskId, actorId: memberId, now }, [
      { action: "annotations.import", subjectId: id, articleId, details },
      ...claims.map((claim) => markEvent(claim, articleId)),
      ...brought,
    ]);
    return ok({ id, ...broughtIn });
  };
  return await inTransaction(db, bringIn, { seconds: longestImport });
}

/** Two thousand claims with their triggers and entries, on a busy machine. */
const longestImport = 60;

function countsOf(plans: readonly PlannedClaim[]): Record<string, number> {
  return Object.fromEntries(
    annotationFates.map((fate) => [fate, plans.filter((plan) => plan.fate === fate).length] as const),
  );
}

const longestName = 500;

function markEvent({ id, number, plan }: ImportedClaim, articleId: string): AuditEvent {
  const annotation = plan.id === null ? null : written(String(plan.id).slice(0, longestName));
  const details = { number, quote: plan.quote, kind: plan.kind, from: "annotation", annotation };
  return { action: "claim.mark", subjectId: id, articleId, claimId: id, details };
}
