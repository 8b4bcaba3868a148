import { expect, test } from "vitest";
import { readCursor, writtenCursor } from "#lib/schemas/change-cursor.ts";

const row = { updatedAt: new Date("2026-05-09T07:00:00.123Z"), id: "01900000-0000-7000-8000-000000000001" };

test("a place in a list is read back from its address", () => {
  expect(readCursor(writtenCursor(row))).toEqual(row);
});

test.each([
  null,
  undefined,
  "",
  "_",
  "yesterday",
  row.updatedAt.toISOString(),
  `2026-99-99_${row.id}`,
  `0000-01-01T00:00:00.000Z_${row.id}`,
  `_${row.id}`,
])("%s begins at the beginning", (text) => {
  expect(readCursor(text)).toBeNull();
});
