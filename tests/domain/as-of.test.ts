import { expect, test } from "vitest";
import { isYetToCome } from "#lib/domain/as-of.ts";

test.each([
  ["2026-11-23", "2026-11-23T00:00:00Z", false],
  ["2026-11-24", "2026-11-23T09:59:59Z", true],
  ["2026-11-24", "2026-11-23T10:00:00Z", false],
  ["2026-11-25", "2026-11-23T23:00:00Z", true],
  ["9999-12-31", "2026-11-23T23:00:00Z", true],
  ["1899-01-01", "2026-11-23T23:00:00Z", false],
])("%s at %s is yet to come anywhere on earth: %s", (day, now, expected) => {
  expect(isYetToCome(day, new Date(now))).toBe(expected);
});
