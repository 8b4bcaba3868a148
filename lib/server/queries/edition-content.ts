import "server-only";
import { type EditionPreview, noPlan, type ReportPlan } from "#lib/domain/edition-preview.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { type Report, type ReportClaim, standingOf, summarise } from "#lib/domain/report.ts";
import { ok } from "#lib/domain/result.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { gatePolicyOf } from "#lib/schemas/gates.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { type PresentReport, presentReport } from "#lib/server/queries/article-report.ts";
import { editionObstacles } from "#lib/server/queries/edition-obstacles.ts";
import { reportPeople } from "#lib/server/queries/report-parts.ts";
import { seenEditions } from "#lib/server/queries/seen-editions.ts";
import { earlierOf, editionWords, type StoredEdition } from "#lib/server/repositories/editions.ts";
import { signedOf } from "#lib/server/repositories/frozen-editions.ts";
import { isBlindIn } from "#lib/server/repositories/publish-facts.ts";
import { planOf } from "#lib/server/repositories/report-plans.ts";

export type EditionContent = EditionPreview & {
  readonly desk: PresentReport["desk"];
  /** Oldest first. */
  readonly editions: readonly StoredEdition[];
};

/**
 * What an edition of the article would freeze now, by its plan, and what stands in its way. Whoever owes a second verdict
 * in the article sees neither the plan nor the editions that print that claim. A claim that was withdrawn is printed only
 * where the last edition printed it.
 */
export async function editionContent(
  tx: Tx,
  context: Pick<Context, "actor" | "now">,
  articleId: string,
): Promise<Outcome<EditionContent>> {
  const { deskId } = context.actor;
  const key = { deskId, articleId };
  const stored = await planOf(tx, key);
  const plan = (await isBlindIn(tx, context.actor, articleId)) ? { ...noPlan, rowVersion: stored.rowVersion } : stored;
  const present = await presentReport(tx, context, { articleId, language: plan.language });
  if (!present.ok) return present;
  const { report, rows, desk, scale, blind } = present.value;
  const editions = await seenEditions(tx, context.actor, articleId);
  const last = editions.at(-1);
  const withdrawn = report.claims.filter((claim) => claim.state === "withdrawn").map((claim) => claim.id);
  const before = last === undefined || withdrawn.length === 0 ? null : await claimsOfEdition(tx, deskId, last.id);
  const hidden = new Set(plan.hidden);
  const isPrinted = ({ id, state }: ReportClaim) =>
    !hidden.has(id) && (state !== "withdrawn" || before?.has(id) === true);
  const claims = inOrder(report.claims, plan.claimOrder);
  const printed = claims.filter(isPrinted).map(asPublished);
  const byId = new Map(rows.map((row) => [row.claimId, row]));
  const pairs = printed.flatMap((claim) => {
    const row = byId.get(claim.id);
    return row === undefined ? [] : [{ claim, row }];
  });
  const frozen: Report = {
    ...report,
    status: "published",
    people: reportPeople(pairs.map(({ row }) => row)),
    summary: summarise(printed, scale),
    claims: printed,
  };
  const policy = gatePolicyOf(desk.gates);
  const number = (last?.number ?? 0) + 1;
  const language = plan.language || report.article.language || "en";
  const leftOut = claims.filter((claim) => claim.state !== "withdrawn" && hidden.has(claim.id)).length;
  return ok({
    articleId,
    number,
    plan,
    seen: seenDigest({ number, language, leftOut, plan, report: frozen, desk }),
    language,
    report: frozen,
    leftOut,
    claims: [...claims.filter(isPrinted), ...claims.filter((claim) => !isPrinted(claim))].map((claim) => ({
      id: claim.id,
      number: claim.number,
      statement: claim.statement,
      quote: claim.quote,
      isPrinted: isPrinted(claim),
    })),
    ...(await editionObstacles(tx, { ...key, policy, blind }, pairs)),
    earlier: editions.map(earlierOf),
    isWithdrawn: last?.isWithdrawal === true,
    desk,
    editions,
  });
}

/** The edition is read whole: as many claims may have been withdrawn as there are. */
async function claimsOfEdition(tx: Tx, deskId: string, id: string): Promise<ReadonlySet<string>> {
  const words = await editionWords(tx, deskId, id);
  const claims = words === null ? [] : signedOf(words).edition.report.claims;
  return new Set(claims.map((claim) => claim.id));
}

/** A claim whose verdict stands is published by being printed. */
function asPublished(claim: ReportClaim): ReportClaim {
  return standingOf(claim).kind === "signed-off" ? { ...claim, state: "published" } : claim;
}

function inOrder(claims: readonly ReportClaim[], order: readonly string[]): ReportClaim[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = (claim: ReportClaim) => places.get(claim.id) ?? order.length;
  return claims.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type Seen = {
  readonly number: number;
  readonly language: string;
  readonly leftOut: number;
  readonly plan: ReportPlan;
  readonly report: Report;
  readonly desk: PresentReport["desk"];
};

/** All that the reader of a preview saw, but for its moment. */
function seenDigest({ number, language, leftOut, plan, report, desk }: Seen): string {
  const { summary, method, template } = plan;
  const { homepage, correctionsPage } = desk;
  const words = { number, language, leftOut, summary, method, template, homepage, correctionsPage };
  return sha256Hex(canonicalJson({ ...words, report: { ...report, generatedAt: "" } }));
}
