import { expect, test } from "vitest";
import { heldSentence } from "#lib/domain/held-sentence.ts";
import { withoutProtected } from "#lib/domain/printed-evidence.ts";
import { someEdition } from "#tests/formats/edition-fixture.ts";

const { report } = someEdition();
const claim = report.claims.find(({ evidence }) => evidence.some((item) => !item.confidential));
const named = claim?.evidence.find((item) => !item.confidential);
if (claim === undefined || named === undefined) throw new Error("The sample names no source.");
const items = ["a", "b", "c"].map((id) => ({ ...named, id, originId: "root" }));
const words = { stance: "context", kind: "expert", publicAs: " A clerk " } as const;
const described = { confidential: true, stance: "context", kind: "expert", describedAs: "A clerk" };
const printed = (ids: readonly string[]) => {
  const kept = new Map(ids.map((id) => [id, words]));
  return withoutProtected({ ...report, claims: [{ ...claim, evidence: items }] }, kept).claims[0]?.evidence;
};

test("what was named and is confidential now is described, as its row says it now", () => {
  expect(printed(["b"])).toEqual([items[0], described, items[2]]);
});

test("and what is left alone shares its origin with nobody any more", () => {
  expect(printed(["a", "b"])).toEqual([described, described, { ...items[2], originId: null }]);
});

test("where nothing became confidential all stays as it was", () => {
  expect(printed([])).toEqual(items);
  expect(withoutProtected(report, new Map([["x", words]])).claims.length).toBe(report.claims.length);
});

test("an edition that is held back says for which claims, and of many how many more", () => {
  expect(heldSentence({ number: 2, claims: [3] })).toBe(
    "Edition 2 is held back: it names a source of claim 3 that is confidential now.",
  );
  const many = Array.from({ length: 11 }, (_, index) => index + 1);
  expect(heldSentence({ number: 1, claims: many })).toBe(
    "Edition 1 is held back: it names sources of claims 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more that are confidential now.",
  );
});
