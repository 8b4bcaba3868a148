import { type GateFacts, gateFindings } from "#lib/domain/gate-findings.ts";

/** What has to hold before a verdict may be proposed, approved or published, as far as the desk wants it. */
export const gates = ["origins", "sourcing", "captured", "rationale", "reply", "quotations", "threads"] as const;
export type Gate = (typeof gates)[number];

export const gateStages = ["propose", "approve", "publish"] as const;
export type GateStage = (typeof gateStages)[number];

export const gateModes = ["off", "warn", "require"] as const;
export type GateMode = (typeof gateModes)[number];

/** `origins` is the least number of independent origins. */
export type GatePolicy = {
  readonly origins: number;
  readonly modes: Readonly<Record<Gate, Readonly<Record<GateStage, GateMode>>>>;
};

export const gateNames: Readonly<Record<Gate, string>> = {
  origins: "Independent origins",
  sourcing: "Sourcing",
  captured: "Sources kept",
  rationale: "Rationale",
  reply: "Right of reply",
  quotations: "Quotations",
  threads: "Threads",
};

/** What a desk has that never chose: everything is said, nothing is in the way. */
export const defaultPolicy: GatePolicy = {
  origins: 2,
  modes: perGate(() => perStage(() => "warn")),
};

/** A value for each gate. */
export function perGate<T>(of: (gate: Gate) => T): Readonly<Record<Gate, T>> {
  return {
    origins: of("origins"),
    sourcing: of("sourcing"),
    captured: of("captured"),
    rationale: of("rationale"),
    reply: of("reply"),
    quotations: of("quotations"),
    threads: of("threads"),
  };
}

/** A value for each stage. */
export function perStage<T>(of: (stage: GateStage) => T): Readonly<Record<GateStage, T>> {
  return { propose: of("propose"), approve: of("approve"), publish: of("publish") };
}

export type GateOverrideView = { readonly by: string; readonly at: string; readonly reason: string };

/** An override in force: for the revision that is decided on, by somebody who did not work on it. */
export type GateOverride = GateOverrideView & { readonly gate: Gate; readonly stage: GateStage };

/**
 * How a gate stands for one claim at one stage. `what` names it, `why` says what is there and what is missing, `count`
 * the same in two or three words, `pieces` the numbers of the evidence that something has to be done about. An
 * overridden gate warns.
 */
export type GateCheck = {
  readonly gate: Gate;
  readonly mode: GateMode;
  readonly outcome: "met" | "in-the-way" | "warns" | "off";
  readonly what: string;
  readonly why: string;
  readonly count: string;
  readonly pieces: readonly number[];
  readonly override: GateOverrideView | null;
};

/** The checklist of a claim at the stage that comes next for it, and the one for proposing its next revision. */
export type ClaimGates = {
  readonly stage: GateStage;
  readonly checks: readonly GateCheck[];
  readonly toPropose: readonly GateCheck[];
  /** Why the reader may not override; null when they may. */
  readonly overrideBarredBy: string | null;
};

type At = { readonly stage: GateStage; readonly overrides: readonly GateOverride[] };

/** Evaluates every gate of a desk for one claim at one stage. The one place where gates are decided. */
export function evaluateGates(policy: GatePolicy, facts: GateFacts, { stage, overrides }: At): GateCheck[] {
  const findings = gateFindings(facts, policy.origins);
  return gates.map((gate) => {
    const { met, ...words } = findings[gate];
    const mode = policy.modes[gate][stage];
    const given = overrides.find((override) => override.gate === gate && override.stage === stage);
    const override = given === undefined ? null : { by: given.by, at: given.at, reason: given.reason };
    return { gate, mode, outcome: outcomeOf(mode, { met, override }), ...words, override: met ? null : override };
  });
}

type Standing = { readonly met: boolean; readonly override: GateOverrideView | null };

function outcomeOf(mode: GateMode, { met, override }: Standing): GateCheck["outcome"] {
  if (mode === "off") return "off";
  if (met) return "met";
  return mode === "require" && override === null ? "in-the-way" : "warns";
}

/** The first gate that is in the way, in a sentence; null when none is. */
export function firstInTheWay(checks: readonly GateCheck[]): string | null {
  const first = checks.find((check) => check.outcome === "in-the-way");
  return first === undefined ? null : `${first.what}: ${first.why}`;
}
