import "server-only";
import { type ClaimState, staleSentences } from "#lib/domain/claim.ts";
import type { Obstacle } from "#lib/domain/edition-preview.ts";
import {
  evaluateGates,
  type GateCheck,
  type GateOverride,
  type GatePolicy,
  gateStages,
  gates,
} from "#lib/domain/gate.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { type ReportClaim, standingOf } from "#lib/domain/report.ts";
import { ruleSentence } from "#lib/domain/rule.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { gateEvidence } from "#lib/server/queries/claim-gates.ts";
import { claimsKeptFromSomebody, contributorsToEach, openThreads } from "#lib/server/repositories/publish-facts.ts";
import type { ClaimForReport } from "#lib/server/repositories/report.ts";

type Printed = { readonly claim: ReportClaim; readonly row: ClaimForReport };
type Article = {
  readonly deskId: string;
  readonly articleId: string;
  readonly policy: GatePolicy;
  /** The claims whose verdict is kept from the reader. */
  readonly blind: ReadonlySet<string>;
};

/**
 * What stands in the way of publishing these claims, in their order, and what only warns. A claim whose verdict is kept
 * from anybody of the desk is not published: that one would read it in the edition.
 */
export async function editionObstacles(
  tx: Tx,
  { deskId, articleId, policy, blind }: Article,
  printed: readonly Printed[],
): Promise<{ readonly inTheWay: readonly Obstacle[]; readonly warnings: readonly Obstacle[] }> {
  const kept = await claimsKeptFromSomebody(tx, deskId);
  const threads = await openThreads(tx, { deskId, articleId });
  const overridden = printed.filter(({ row }) => givenOverrides(row).length > 0).map(({ row }) => row.claimId);
  const contributors = await contributorsToEach(tx, deskId, overridden);
  const inTheWay: Obstacle[] = [];
  const warnings: Obstacle[] = [];
  for (const one of printed) {
    const { id: claimId, number } = one.claim;
    const found = blind.has(claimId) ? blindObstacle : kept.has(claimId) ? keptObstacle : standingObstacle(one);
    if (found !== null) inTheWay.push({ claimId, number, gate: null, ...found });
    if (blind.has(claimId) || standingOf(one.claim).kind !== "signed-off") continue;
    const overrides = overridesInForce(one.row, contributors.get(claimId));
    for (const check of checksOf(one.row, { policy, overrides, open: threads.get(claimId) ?? 0 })) {
      const obstacle = { claimId, number, kind: "gate", gate: check.gate, sentence: gateSentence(check) } as const;
      if (check.outcome === "in-the-way") inTheWay.push(obstacle);
      if (check.outcome === "warns") warnings.push(obstacle);
    }
  }
  return { inTheWay, warnings };
}

const blindObstacle = { kind: "blind", sentence: ruleSentence("blind-second") } as const;
const keptObstacle = { kind: "second", sentence: ruleSentence("second-open") } as const;

/** Why a claim is not signed off; null where it is, and for one that was withdrawn. */
function standingObstacle({ claim, row }: Printed): Pick<Obstacle, "kind" | "sentence"> | null {
  const standing = standingOf(claim);
  if (standing.kind === "withdrawn" || standing.kind === "signed-off") return null;
  if (needsPlacing(row)) return { kind: "placing", sentence: ruleSentence("claim-needs-placing") };
  if (standing.kind === "unsettled") return { kind: "unreviewed", sentence: unreviewed[standing.state] ?? notSigned };
  return { kind: "stale", sentence: standing.why ?? staleSentences[standing.reason ?? "evidence"] };
}

const notSigned = "Its verdict is not signed off.";
const unreviewed: Partial<Readonly<Record<ClaimState, string>>> = {
  open: "No verdict has been proposed yet.",
  progress: "No verdict has been proposed yet.",
  proposed: "Its verdict waits for review.",
  returned: "Its verdict was returned.",
};

/** The overrides at the last stage for the verdict that stands. */
function givenOverrides({ claim }: ClaimForReport) {
  const latest = claim.revisions[0]?.number;
  return claim.gateOverrides.filter((row) => row.stage === "publish" && row.revisionNumber === latest);
}

/** Those of them in force: one of somebody who worked on the claim since is none. */
function overridesInForce(row: ClaimForReport, people: ReadonlySet<string> = new Set()): GateOverride[] {
  return givenOverrides(row).flatMap(({ memberId, member, createdAt, reason, ...row }) => {
    const gate = gates.find((known) => known === row.gate);
    const stage = gateStages.find((known) => known === row.stage);
    if (gate === undefined || stage === undefined || people.has(memberId)) return [];
    return [{ gate, stage, by: member.name, at: createdAt.toISOString(), reason }];
  });
}

type Facts = { readonly policy: GatePolicy; readonly overrides: readonly GateOverride[]; readonly open: number };

function checksOf({ claim, quote }: ClaimForReport, { policy, overrides, open }: Facts): GateCheck[] {
  const facts = {
    evidence: claim.evidence.map(gateEvidence),
    rationale: claim.revisions[0]?.rationale ?? "",
    claimant: claim.claimant,
    asked: claim.replyRequests.length,
    quote,
    openThreads: open,
  };
  return evaluateGates(policy, facts, { stage: "publish", overrides });
}

function gateSentence({ what, why, override }: GateCheck): string {
  return override === null ? `${what}: ${why}` : `${what}: ${why} Overridden by ${override.by}: ${override.reason}`;
}
