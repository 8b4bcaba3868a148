import type { Gate, GateCheck, GateStage } from "#lib/domain/gate.ts";
import type { ScaleKind } from "#lib/domain/scale.ts";

type FormCheck = "statement" | "evidence" | "rating" | "rationale";

/** One line of a checklist. `rule` stands at its end in a few words, `why` below it while it is not met. */
export type Check = Pick<GateCheck, "outcome" | "what" | "why" | "override" | "pieces"> & {
  readonly key: FormCheck | Gate;
  readonly rule: string;
  /** Null for what a form asks for itself. */
  readonly gate: Gate | null;
  /** What to do about it, beside the button. */
  readonly todo: string;
};

/** The desk's gates as lines of a checklist. */
export function gateChecks(checks: readonly GateCheck[]): Check[] {
  return checks.map((check) => ({
    key: check.gate,
    gate: check.gate,
    outcome: check.outcome,
    what: check.what,
    why: check.why,
    override: check.override,
    pieces: check.pieces,
    rule: [check.count, ruleWords(check)].filter((part) => part !== "").join(", "),
    todo: todoOf(check),
  }));
}

function ruleWords({ outcome, override }: GateCheck): string {
  if (outcome === "in-the-way") return "required";
  if (outcome === "off") return "off";
  return outcome === "met" ? "" : override === null ? "warns" : "overridden";
}

function todoOf({ gate, pieces }: GateCheck): string {
  switch (gate) {
    case "origins":
      return "First link evidence of another origin.";
    case "sourcing":
      return "First link a primary or official source, or three secondary ones.";
    case "captured":
      return `First keep a copy of evidence ${pieces[0] ?? ""}.`;
    case "rationale":
      return "First write the rationale.";
    case "reply":
      return "First ask the claimant for a reply.";
    case "quotations":
      return "First select the quoted words in a kept copy.";
    case "threads":
      return "First resolve the open thread.";
  }
}

type Facts = {
  readonly statement: string;
  readonly evidence: number;
  /** The rating that was chosen, or the sentence where the scale has none. */
  readonly verdict: { readonly kind: ScaleKind; readonly given: string };
  readonly rationale: string;
};

/**
 * Everything before a verdict can be proposed, in one list: what the form asks for, then the desk's gates. Evidence can
 * be replaced by an explanation in the rationale, and a rationale is asked for whatever the desk's gate says.
 */
export function proposalChecks(facts: Facts, gates: readonly GateCheck[]): Check[] {
  const explained = facts.rationale.trim() !== "";
  const pieces = facts.evidence === 1 ? "1 piece" : `${facts.evidence} pieces`;
  const linked = facts.evidence > 0;
  const rule = linked ? pieces : explained ? "explained" : "required";
  const noEvidence = "First link evidence, or explain in the rationale why there is none.";
  return [
    asked("statement", facts.statement.trim() !== "", {
      what: "Statement written",
      todo: "First write the statement in your own words.",
    }),
    {
      ...asked("evidence", linked || explained, {
        what: "Evidence linked, or its absence explained",
        todo: noEvidence,
      }),
      rule,
    },
    asked("rating", facts.verdict.given.trim() !== "", verdictAsked[facts.verdict.kind]),
    ...gateChecks(gates).map((check) =>
      check.gate === "rationale"
        ? asked("rationale", explained, { what: check.what, todo: "First write the rationale." })
        : check,
    ),
  ];
}

const verdictAsked: Readonly<Record<ScaleKind, { readonly what: string; readonly todo: string }>> = {
  ordered: { what: "Rating chosen", todo: "First choose a rating." },
  sentence: { what: "Verdict written as a sentence", todo: "First write the verdict as a sentence." },
};

function asked(key: FormCheck, met: boolean, words: { readonly what: string; readonly todo: string }): Check {
  const outcome = met ? "met" : "in-the-way";
  return { key, gate: null, outcome, ...words, why: "", rule: met ? "" : "required", override: null, pieces: [] };
}

/** "1 of 10 in the way", "2 warn" or "all met", for the head of a list. */
export function countWords(checks: readonly Check[]): string {
  const left = checks.filter((check) => check.outcome === "in-the-way").length;
  const warn = checks.filter((check) => check.outcome === "warns").length;
  if (left > 0) return `${left} of ${checks.length} in the way`;
  if (warn > 0) return warn === 1 ? "1 warns" : `${warn} warn`;
  return checks.every((check) => check.outcome === "off") ? "nothing asked" : "all met";
}

export const stageHeads: Readonly<Record<GateStage, string>> = {
  propose: "Before it can be proposed",
  approve: "Before it can be approved",
  publish: "Before it can be published",
};

/** What to do about a check, or who may override it; for beside a button. */
export function doWords(check: Check, overrideBarredBy: string | null): string {
  if (check.gate === null) return check.todo;
  return `${check.todo} ${overrideBarredBy ?? "Or override the gate with a reason."}`;
}
