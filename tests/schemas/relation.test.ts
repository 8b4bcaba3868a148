import { expect, test } from "vitest";
import { splitClaim } from "#lib/schemas/relation.ts";

const id = "01900000-0000-7000-8000-000000000001";
const input = { id, claimId: id, rowVersion: 1, versionId: id, start: 0, end: 9, statement: "It was last year." };

test("whoever splits a claim without choosing words is told to choose them", () => {
  const parsed = splitClaim.safeParse({ ...input, start: "", end: "" });
  const first = parsed.error?.issues.find(({ path }) => path[0] === "start");
  expect(first?.message).toBe("Select the words of the new claim.");
});

test("places are read from a form and from JSON, and are none below 0 or beyond a text", () => {
  expect(splitClaim.parse({ ...input, start: "4", end: "13" })).toMatchObject({ start: 4, end: 13 });
  for (const start of [-1, "4.5", 2_147_483_648, null]) {
    expect(splitClaim.safeParse({ ...input, start }).success).toBe(false);
  }
});
