import { expect, test } from "vitest";
import { withdrawReport } from "#lib/schemas/edition.ts";

const id = "01900000-0000-7000-8000-000000000001";

test("whoever takes a check back without words is told which ones", () => {
  const parsed = withdrawReport.safeParse({ id, articleId: id, what: "", why: "\u200B" });
  expect(parsed.error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([
    ["what", "Say what is taken back."],
    ["why", "Say why."],
  ]);
});
