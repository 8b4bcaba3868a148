import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { answerFromOutside, inviteOutsider } from "#lib/schemas/outside.ts";
import { bulkWithdraw, saveFilter } from "#lib/schemas/plan.ts";
import { reviewPlaces, splitClaim } from "#lib/schemas/relation.ts";
import { adjudicateSecond, giveSecond } from "#lib/schemas/second.ts";
import { beginThread, replyInThread, resolveThread } from "#lib/schemas/thread.ts";
import { proposeVerdict, reviewVerdict } from "#lib/schemas/verdict.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const at = { id, claimId: id, revisionId: id, otherId: id, threadId: id, versionId: id, ratingId: id, rowVersion: 1 };
const verdict = { ...at, rationale: "Because.", asOf: "2026-05-09" };
const message = { ...at, anchor: "claim", anchorId: id, text: "Look." };
const invite = { ...at, name: "Dr. Marsh", email: "marsh@example.org", purpose: "expert", days: 3 };

/** Every field of review that takes words, in a request that is otherwise as it should be. */
const fields: readonly [string, z.ZodType, Readonly<Record<string, unknown>>, readonly string[]][] = [
  ["a verdict", proposeVerdict, verdict, ["rationale", "suggestedWording", "sentence"]],
  [
    "a vote",
    reviewVerdict,
    { ...at, decision: "comment", comment: "Hm." },
    ["comment", "rationale", "suggestedWording", "sentence"],
  ],
  ["a vote on all places", reviewPlaces, at, ["comment"]],
  ["a second verdict", giveSecond, verdict, ["rationale", "sentence"]],
  ["an adjudication", adjudicateSecond, { id, outcome: "first", words: "Because." }, ["words"]],
  ["a thread", beginThread, message, ["text"]],
  ["a reply", replyInThread, message, ["text"]],
  ["what came of a thread", resolveThread, { ...at, reason: "Done." }, ["reason"]],
  ["an invitation", inviteOutsider, invite, ["name", "email", "note"]],
  ["an answer from outside", answerFromOutside, { id, text: "I know." }, ["text"]],
  ["a split", splitClaim, { ...at, start: 0, end: 4, statement: "One." }, ["statement", "oldStatement"]],
  ["a withdrawal", bulkWithdraw, { reason: "No claim.", claims: [{ id, state: "open" }] }, ["reason"]],
  ["a filter's name", saveFilter, { id, name: "Mine", query: "" }, ["name"]],
];

describe.each(fields)("the words of %s", (_, schema, base, names) => {
  const saidOf = (name: string, value: unknown) => {
    const parsed = schema.safeParse({ ...base, [name]: value });
    return parsed.success ? "taken" : parsed.error.issues.find((issue) => issue.path[0] === name)?.message;
  };

  test("are taken as they should be", () => {
    expect(schema.safeParse(base).error?.issues ?? []).toEqual([]);
  });

  test.each(names)(
    "%s: five megabytes, characters that no text can hold, and no text are refused, each with a sentence",
    (name) => {
      const began = processorTime();
      for (const value of [
        "x".repeat(5 * 1024 * 1024),
        "👩‍🔬".repeat(1024 * 1024),
        "a\ud800b",
        "a\u0000b",
        5,
        {},
        ["x"],
      ]) {
        expect(saidOf(name, value)).toMatch(/^[A-Z].{10,}\.$/);
      }
      expect(processorTime() - began).toBeLessThan(2_000);
    },
  );
});
