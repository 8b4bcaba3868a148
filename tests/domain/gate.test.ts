import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceKinds, stances } from "#lib/domain/evidence.ts";
import {
  evaluateGates,
  type Gate,
  type GatePolicy,
  gateModes,
  gateStages,
  gates,
  perGate,
  perStage,
} from "#lib/domain/gate.ts";
import type { GateEvidence, GateFacts } from "#lib/domain/gate-findings.ts";

const required: GatePolicy = { origins: 2, modes: perGate(() => perStage(() => "require")) };

function piece(id: string, change: Partial<GateEvidence> = {}): GateEvidence {
  const plain = { originId: null, sourceId: `source ${id}`, captureId: null, isSelected: false, passage: "" };
  return { id, stance: "supports", kind: "secondary", ...plain, ...change };
}

function facts(change: Partial<GateFacts> = {}): GateFacts {
  return { evidence: [], rationale: "Because.", claimant: "", asked: 0, quote: "two boats", openThreads: 0, ...change };
}

function check(gate: Gate, given: GateFacts, policy: GatePolicy = required) {
  const found = evaluateGates(policy, given, { stage: "propose", overrides: [] }).find((one) => one.gate === gate);
  if (found === undefined) throw new Error(gate);
  return found;
}

describe("origins", () => {
  test("three reprints of one wire story are one", () => {
    const wire = { originId: "A" };
    const evidence = [piece("a", wire), piece("b", { stance: "context" }), piece("c", wire)];
    expect(check("origins", facts({ evidence }))).toMatchObject({
      outcome: "in-the-way",
      why: "One origin of two: evidence 1 and 3 go back to the same root.",
      count: "1 of 2",
    });
  });

  test("two of different roots are enough; context and the claimant do not count", () => {
    expect(check("origins", facts({ evidence: [piece("a"), piece("b")] })).outcome).toBe("met");
    expect(check("origins", facts({ evidence: [piece("a"), piece("b", { stance: "context" })] })).outcome).not.toBe(
      "met",
    );
    expect(check("origins", facts({ evidence: [piece("a"), piece("b", { kind: "claimant" })] })).outcome).not.toBe(
      "met",
    );
    expect(check("origins", facts()).why).toBe("No origin of two.");
  });

  test("what does not count still shows that two go back to one root", () => {
    const tie = piece("c", { stance: "context", sourceId: "source b", originId: "A" });
    const evidence = [piece("a", { originId: "A" }), piece("b"), tie];
    expect(check("origins", facts({ evidence })).count).toBe("1 of 2");
  });
});

describe("sourcing", () => {
  test.each(["primary", "official"] as const)("one %s source", (kind) => {
    expect(check("sourcing", facts({ evidence: [piece("a", { kind })] })).outcome).toBe("met");
  });

  test("three secondary or expert ones of different origins", () => {
    const three = [piece("a"), piece("b", { kind: "expert" }), piece("c")];
    expect(check("sourcing", facts({ evidence: three })).outcome).toBe("met");
    const reprints = [piece("a", { originId: "A" }), piece("b", { originId: "A" }), piece("c")];
    expect(check("sourcing", facts({ evidence: reprints }))).toMatchObject({
      outcome: "in-the-way",
      count: "2 secondary",
    });
    const claimant = [piece("a"), piece("b"), piece("c", { kind: "claimant" })];
    expect(check("sourcing", facts({ evidence: claimant })).outcome).toBe("in-the-way");
  });
});

describe("the others", () => {
  test("every source relied on is kept; context need not be", () => {
    const evidence = [piece("a", { captureId: "x" }), piece("b"), piece("c", { stance: "context" })];
    expect(check("captured", facts({ evidence }))).toMatchObject({ why: "Evidence 2 has no kept copy.", pieces: [2] });
    expect(check("captured", facts({ evidence: evidence.slice(0, 1) })).outcome).toBe("met");
  });

  test("a rationale that nobody has sent yet is asked for by the form", () => {
    expect(check("rationale", facts({ rationale: null })).outcome).toBe("met");
    expect(check("rationale", facts({ rationale: " " })).outcome).toBe("in-the-way");
  });

  test("a claimant who is named was asked; nobody named is nobody to ask", () => {
    expect(check("reply", facts()).outcome).toBe("met");
    expect(check("reply", facts({ claimant: "The board" })).outcome).toBe("in-the-way");
    expect(check("reply", facts({ claimant: "The board", asked: 1 })).outcome).toBe("met");
  });

  test("quotations stand in passages selected in a kept copy, not in typed ones", () => {
    const quote = "The chair spoke of “a rounding error”.";
    const passage = "It was a rounding error, said the chair.";
    const typed = facts({ quote, evidence: [piece("a", { passage })] });
    expect(check("quotations", typed)).toMatchObject({ outcome: "in-the-way", count: "0 of 1" });
    const selected = [piece("a", { passage, captureId: "x", isSelected: true })];
    expect(check("quotations", facts({ quote, evidence: selected })).outcome).toBe("met");
  });

  test("an unresolved thread", () => {
    expect(check("threads", facts({ openThreads: 2 })).why).toBe("Two threads are still open.");
  });
});

const few = fc.constantFrom("a", "b", "c");
const anyPiece = fc.record({
  stance: fc.constantFrom(...stances),
  kind: fc.constantFrom(...evidenceKinds),
  originId: fc.option(few),
  sourceId: few,
  captureId: fc.option(few),
  isSelected: fc.boolean(),
  passage: fc.constantFrom("", "two boats"),
});
const anyEvidence = fc
  .array(anyPiece, { maxLength: 8 })
  .map((pieces) => pieces.map((each, index) => ({ ...each, id: String(index) })));
const anyFacts: fc.Arbitrary<GateFacts> = fc.record({
  evidence: anyEvidence,
  rationale: fc.constantFrom(null, "", "Because."),
  claimant: fc.constantFrom("", "The board"),
  asked: fc.nat(2),
  quote: fc.constantFrom("two boats", "“two boats”", "“three boats”"),
  openThreads: fc.nat(2),
});
const anyMode = fc.constantFrom(...gateModes);
const anyPolicy: fc.Arbitrary<GatePolicy> = fc.record({
  origins: fc.integer({ min: 1, max: 4 }),
  modes: fc
    .array(anyMode, { minLength: 21, maxLength: 21 })
    .map((modes) =>
      perGate((gate) => perStage((stage) => modes[gates.indexOf(gate) * 3 + gateStages.indexOf(stage)] ?? "off")),
    ),
});
const anyStage = fc.constantFrom(...gateStages);
const override = { by: "An editor", at: "2026-05-09T09:00:00.000Z", reason: "The archive burned." };

describe("laws", () => {
  test("evidence from a source of its own never closes the origins gate or the sourcing gate", () => {
    fc.assert(
      fc.property(anyFacts, anyPiece, anyStage, (given, more, stage) => {
        const added = { ...more, id: "more", sourceId: "its own", originId: null };
        const later = { ...given, evidence: [...given.evidence, added] };
        const at = { stage, overrides: [] };
        const [before, after] = [evaluateGates(required, given, at), evaluateGates(required, later, at)];
        for (const gate of ["origins", "sourcing", "quotations"] as const) {
          const of = (checks: typeof before) => checks.find((one) => one.gate === gate)?.outcome;
          if (of(before) === "met") expect(of(after)).toBe("met");
        }
      }),
    );
  });

  test("an override changes its own gate at its own stage and nothing else", () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anyFacts,
        anyStage,
        anyStage,
        fc.constantFrom(...gates),
        (policy, given, stage, at, gate) => {
          const without = evaluateGates(policy, given, { stage, overrides: [] });
          const overridden = evaluateGates(policy, given, { stage, overrides: [{ ...override, gate, stage: at }] });
          for (const [index, one] of overridden.entries()) {
            if (one.gate !== gate || stage !== at) expect(one).toEqual(without[index]);
            else expect(one.outcome).not.toBe("in-the-way");
          }
        },
      ),
    );
  });

  test("only a gate that is required is in the way, one that is off says nothing, and every one has its words", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyStage, (policy, given, stage) => {
        const checks = evaluateGates(policy, given, { stage, overrides: [] });
        expect(checks.map((one) => one.gate)).toEqual([...gates]);
        for (const one of checks) {
          if (one.outcome === "in-the-way") expect(one.mode).toBe("require");
          expect(one.outcome === "off").toBe(one.mode === "off");
          expect(one.why).toMatch(/^[“\p{Lu}\d].*\.$/su);
        }
      }),
    );
  });

  test("a stricter policy never lets through what a milder one held back", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, anyStage, (policy, given, stage) => {
        const at = { stage, overrides: [] };
        const mild = evaluateGates(policy, given, at);
        const strict = evaluateGates({ ...required, origins: policy.origins }, given, at);
        for (const [index, one] of mild.entries()) {
          if (one.outcome === "in-the-way") expect(strict[index]?.outcome).toBe("in-the-way");
        }
      }),
    );
  });
});
