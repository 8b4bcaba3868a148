import { uuidv7 } from "uuidv7";
import { defaultPolicy, type Gate, type GateMode, type GateStage } from "#lib/domain/gate.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { addEvidence, good, makeArticle, makeClaim, type TestDesk } from "#tests/support/desk.ts";

const quote = "lost 1.9 million crowns";
export const whyNot = "The archive burned, and the county confirms it.";

/** Asks one gate of the desk at these stages; the others warn. */
export async function setGate(desk: TestDesk, gate: Gate, at: Partial<Record<GateStage, GateMode>>): Promise<void> {
  const { rowVersion, approvalsNeeded } = good(await gatesPage(desk.as("admin")));
  const modes = { ...defaultPolicy.modes, [gate]: { ...defaultPolicy.modes[gate], ...at } };
  good(await changeGates(desk.as("admin"), { rowVersion, approvalsNeeded, origins: 2, modes }));
}

/** What `checker` hears who proposes a verdict. */
export async function tryToPropose(desk: TestDesk, claimId: string) {
  const claim = good(await claimPage(desk.as("checker"), claimId));
  const words = {
    ratingId: claim.ratings[0]?.id ?? "",
    rationale: "So it is.",
    asOf: "2026-05-09",
    suggestedWording: "",
  };
  return await proposeVerdict(desk.as("checker"), { id: uuidv7(), claimId, rowVersion: claim.rowVersion, ...words });
}

type Asked = Partial<Parameters<typeof overrideGate>[1]>;

/** Overrides the gate of kept copies for the next revision, or what `change` says. */
export async function override(desk: TestDesk, who: string, claimId: string, change: Asked = {}) {
  const input = {
    id: uuidv7(),
    claimId,
    gate: "captured",
    stage: "propose",
    revisionId: null,
    reason: whyNot,
  } as const;
  return await overrideGate(desk.as(who), { ...input, ...change });
}

/** How a gate stands at the stage that comes next, as `second-editor` sees it. */
export async function gateOf(desk: TestDesk, claimId: string, gate: Gate = "captured") {
  const { gates } = good(await claimPage(desk.as("second-editor"), claimId));
  return gates.checks.find((check) => check.gate === gate);
}

/** A claim with one piece of evidence, of which no copy is kept, by `checker`. */
export async function workedClaim(desk: TestDesk): Promise<string> {
  const checker = desk.as("checker");
  const claim = await makeClaim(checker, await makeArticle(checker), quote);
  await addEvidence(checker, claim.id);
  return claim.id;
}
