import { expect, test } from "vitest";
import { auditSentence } from "#lib/domain/audit-sentence.ts";

test.each([
  ["accepted", "noted that the suggested wording was accepted"],
  ["refused", "noted that the suggested wording was refused"],
  ["other", "noted that the writer chose other words"],
])("a wording that the writer answered with %s is told as a sentence", (outcome, sentence) => {
  expect(auditSentence("wording.answer", { outcome, note: "" })).toBe(sentence);
  expect(auditSentence("wording.answer", { outcome, note: "Two boats." })).toBe(`${sentence}: Two boats.`);
});
