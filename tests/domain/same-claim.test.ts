import { expect, test } from "vitest";
import { typographicFold } from "#lib/domain/fold.ts";
import { claimLikeness, typesettings } from "#lib/domain/same-claim.ts";

const words = "He said “it isn’t free” — twice.";

test("typesettings are equal under the fold, the given one first, each once", () => {
  const forms = typesettings(words);
  expect(forms[0]).toBe(words);
  expect(new Set(forms).size).toBe(forms.length);
  expect(new Set(forms.map(typographicFold)).size).toBe(1);
  expect(typesettings("212 passengers aboard")).toEqual(["212 passengers aboard"]);
});

test("they hold what other hands write", () => {
  expect(typesettings(words)).toContain('He said "it isn\'t free" — twice.');
  expect(typesettings('He said "it isn\'t free" - twice.')).toContain("He said “it isn’t free” - twice.");
  expect(typesettings("„Nicht so“, sagte er")).toContain("“Nicht so”, sagte er");
});

test("words that differ only in what the fold passes over are wholly alike; too few words are not alike", () => {
  const [one, other] = [words, typographicFold(words)];
  expect(claimLikeness({ statement: "", quote: one }, { statement: "", quote: other })).toBe(1);
  expect(claimLikeness({ statement: "", quote: "two boats" }, { statement: "", quote: "two boats" })).toBe(0);
});
