import { expect, test } from "vitest";
import { printedSentence } from "#lib/domain/printed-claims.ts";

test("says of which claims a report is not opened, and of many how many more", () => {
  expect(printedSentence([3])).toBe("This concerns claim 3, which the report prints.");
  expect(printedSentence([3, 5])).toBe("This concerns claims 3, 5, which the report prints.");
  const many = Array.from({ length: 12 }, (_, index) => index + 1);
  expect(printedSentence(many)).toBe(
    "This concerns claims 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more, which the report prints.",
  );
});
