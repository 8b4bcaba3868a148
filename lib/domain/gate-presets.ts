import { type Gate, type GateMode, type GatePolicy, perGate } from "#lib/domain/gate.ts";

export type GatePreset = {
  readonly name: string;
  /** Whose published method it follows, and what it asks. */
  readonly about: string;
  readonly approvalsNeeded: number;
  readonly voters: number;
  readonly policy: GatePolicy;
};

type Modes = readonly [propose: GateMode, approve: GateMode, publish: GateMode];

function policyOf(origins: number, modes: Partial<Record<Gate, Modes>>): GatePolicy {
  return {
    origins,
    modes: perGate((gate) => {
      const [propose, approve, publish] = modes[gate] ?? (["warn", "warn", "warn"] as const);
      return { propose, approve, publish };
    }),
  };
}

const throughout: Modes = ["require", "require", "require"];
const fromApproval: Modes = ["warn", "require", "require"];
const atTheEnd: Modes = ["warn", "warn", "require"];
const off: Modes = ["off", "off", "off"];

/** Starting points after methods that fact-checking desks have published. */
export const gatePresets: readonly GatePreset[] = [
  {
    name: "Magazine",
    about:
      "After the KSJ handbook: one primary source or three secondary ones for each fact, the back-up kept, quotations checked.",
    approvalsNeeded: 1,
    voters: 1,
    policy: policyOf(1, {
      origins: off,
      sourcing: throughout,
      captured: fromApproval,
      rationale: throughout,
      quotations: fromApproval,
      threads: atTheEnd,
    }),
  },
  {
    name: "Two independent sources",
    about: "After AFP: at least two independent sources for the claim, and the evidence archived.",
    approvalsNeeded: 1,
    voters: 1,
    policy: policyOf(2, { origins: throughout, captured: fromApproval, rationale: throughout, threads: atTheEnd }),
  },
  {
    name: "Three editors vote, two carry",
    about: "After PolitiFact: whoever made the claim is asked for proof, and two approvals carry a verdict.",
    approvalsNeeded: 2,
    voters: 3,
    policy: policyOf(2, { reply: fromApproval, rationale: throughout, sourcing: fromApproval, threads: fromApproval }),
  },
  {
    name: "Researcher and two editors",
    about: "After Africa Check: a researcher proposes, and two editors agree.",
    approvalsNeeded: 2,
    voters: 2,
    policy: policyOf(2, { sourcing: fromApproval, rationale: throughout, captured: atTheEnd, threads: atTheEnd }),
  },
];
