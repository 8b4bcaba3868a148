import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditActions, isAuditAction } from "#lib/domain/audit.ts";
import { auditSentence } from "#lib/domain/audit-sentence.ts";
import { summarise } from "#lib/domain/report.ts";
import { decisions, outcomeOf } from "#lib/domain/review.ts";

const all = (needed: number) => ({ needed, voters: needed, printDissent: true });
const votes = fc.array(fc.record({ decision: fc.constantFrom(...decisions) }), { maxLength: 8 });

describe("the outcome of votes on a revision", () => {
  test("approved only with as many approvals as the desk needs and no return", () => {
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 4 }), (given, needed) => {
        const approvals = given.filter((vote) => vote.decision === "approve").length;
        const returned = given.some((vote) => vote.decision === "return");
        expect(outcomeOf(given, all(needed)) === "approved").toBe(!returned && approvals >= needed);
        expect(outcomeOf(given, all(needed)) === "returned").toBe(returned);
      }),
    );
  });

  test("two of three carry, and one vote against is a dissent", () => {
    const [twoOfThree, approve, against] = [
      { ...all(2), voters: 3 },
      { decision: "approve" },
      { decision: "return" },
    ] as const;
    expect(outcomeOf([approve, against], twoOfThree)).toBe("proposed");
    expect(outcomeOf([approve, against, approve], twoOfThree)).toBe("approved");
    expect(outcomeOf([against, approve, against], twoOfThree)).toBe("returned");
  });

  test("comments decide nothing", () => {
    fc.assert(
      fc.property(votes, fc.nat(5), (given, extra) => {
        const comments = Array.from({ length: extra }, () => ({ decision: "comment" as const }));
        expect(outcomeOf([...given, ...comments], all(2))).toBe(outcomeOf(given, all(2)));
      }),
    );
  });
});

test("every change of the record has a sentence", () => {
  for (const action of auditActions) {
    expect(auditSentence(action, {}), action).not.toBe("");
    expect(isAuditAction(action)).toBe(true);
  }
  expect(isAuditAction("toString")).toBe(false);
});

test("an empty report counts nothing", () => {
  expect(summarise([], [])).toEqual({ claims: 0, signedOff: 0, stale: 0, open: 0, withdrawn: 0, ratings: [] });
});
