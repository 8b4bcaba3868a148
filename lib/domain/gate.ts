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

export type GateOverrideView = { readonly by: string; readonly at: string; readonly reason: string };

/** How a gate stands for one claim at one stage. `what` names it, `why` says what is there and what is missing. */
export type GateCheck = {
  readonly gate: Gate;
  readonly mode: GateMode;
  readonly outcome: "met" | "in-the-way" | "warns" | "off";
  readonly what: string;
  readonly why: string;
  readonly override: GateOverrideView | null;
};

/** The checklist of a claim at the stage that comes next for it. */
export type ClaimGates = {
  readonly stage: GateStage;
  readonly checks: readonly GateCheck[];
  /** Why the reader may not override; null when they may. */
  readonly overrideBarredBy: string | null;
};
