import "server-only";
import type { ClaimState } from "#lib/domain/claim.ts";
import { type ClaimGates, evaluateGates, type GateCheck, type GateOverride, type GateStage } from "#lib/domain/gate.ts";
import type { GateEvidence, GateFacts } from "#lib/domain/gate-findings.ts";
import type { Actor } from "#lib/domain/role.ts";
import { ruleSentence } from "#lib/domain/rule.ts";
import { can } from "#lib/policy/can.ts";
import { gatePolicyOf } from "#lib/schemas/gates.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredClaim } from "#lib/server/repositories/claims.ts";
import { contributorsOf } from "#lib/server/repositories/claims.ts";
import { deskById } from "#lib/server/repositories/desks.ts";
import type { BasisEvidence } from "#lib/server/repositories/evidence.ts";
import { gateCounts, overridesOf } from "#lib/server/repositories/gates.ts";
import { latestRevision } from "#lib/server/repositories/verdicts.ts";

type Parts = {
  readonly claim: StoredClaim;
  /** The claim's words in the present version. */
  readonly quote: string;
  readonly evidence: readonly BasisEvidence[];
  /** The reader may learn nothing of the verdict: the gates stand as before the first. */
  readonly isBlind?: boolean;
};

/** The desk's gates for one claim, at the stage that comes next for it and for proposing its next revision. */
export async function claimGates(db: Tx, actor: Actor, parts: Parts): Promise<ClaimGates> {
  const { checksAt, contributors } = await gatesOf(db, parts);
  const stage = nextStage(parts.claim.state);
  const toPropose = checksAt("propose", null);
  const works = contributors.has(actor.memberId);
  return {
    stage,
    checks: stage === "propose" ? toPropose : checksAt(stage, null),
    toPropose,
    overrideBarredBy: parts.isBlind
      ? ruleSentence("blind-second")
      : !can(actor, "gate.override", parts.claim)
        ? "An editor who did not work on this claim may override it with a reason."
        : works
          ? ruleSentence("contributor-cannot-override")
          : null,
  };
}

function nextStage(state: ClaimState): GateStage {
  if (state === "proposed") return "approve";
  return state === "approved" || state === "published" ? "publish" : "propose";
}

type Gates = {
  /** `rationale` is the one in the form while proposing, null while nobody has sent one. */
  readonly checksAt: (stage: GateStage, rationale: string | null) => GateCheck[];
  /** Ids of the members who worked on the claim. */
  readonly contributors: ReadonlySet<string>;
  readonly latest: { readonly id: string; readonly number: number } | null;
};

/**
 * Gathers what the gates of one claim look at, once. An override counts for the revision that it names; one at the
 * stage `propose` for the next revision only, and never when its author has worked on the claim since.
 */
export async function gatesOf(tx: Tx, { claim, quote, evidence, isBlind = false }: Parts): Promise<Gates> {
  const { deskId, id: claimId } = claim;
  // One after the other: a transaction has one connection.
  const desk = await deskById(tx, deskId);
  const latest = isBlind ? null : await latestRevision(tx, deskId, claimId);
  const { asked, openThreads } = await gateCounts(tx, deskId, claimId);
  const people = await contributorsOf(tx, deskId, claimId);
  const policy = gatePolicyOf(desk?.gates ?? {});
  const number = latest?.number ?? 0;
  const contributors = new Set(people.map((person) => person.memberId));
  const stored = isBlind ? [] : await overridesOf(tx, { deskId, claimId }, [number, number + 1]);
  const overrides: GateOverride[] = stored.filter(
    (override) =>
      override.revisionNumber === (override.stage === "propose" ? number + 1 : number) &&
      !contributors.has(override.memberId),
  );
  const facts: Omit<GateFacts, "rationale"> = {
    evidence: evidence.map(gateEvidence),
    claimant: claim.claimant,
    quote,
    asked,
    openThreads: isBlind ? 0 : openThreads,
  };
  return {
    checksAt: (stage, typed) => {
      const rationale = stage === "propose" ? typed : (latest?.rationale ?? "");
      return evaluateGates(policy, { ...facts, rationale }, { stage, overrides });
    },
    contributors,
    latest,
  };
}

type Piece = Omit<BasisEvidence, "locator" | "note" | "calculation" | "capture">;

/** What the gates look at of a piece of evidence. */
export function gateEvidence(item: Piece): GateEvidence {
  return {
    id: item.id,
    stance: item.stance,
    kind: item.kind,
    originId: item.originId,
    sourceId: item.source.mergedIntoId ?? item.sourceId,
    captureId: item.captureId,
    isSelected: item.passageStart !== null,
    passage: item.passage,
  };
}
