import { describe, expect, test } from "vitest";
import { opensMore } from "#lib/domain/opens-more.ts";

const now = new Date("2026-05-12T08:00:00Z");
const day = (number: number) => new Date(`2026-05-${String(number).padStart(2, "0")}T08:00:00Z`);
const open = { isPublic: true, hasClaimPages: false, embargoUntil: null };
const closed = { ...open, isPublic: false };
const opens = (before: Parameters<typeof opensMore>[0], after: Parameters<typeof opensMore>[1]) =>
  opensMore(before, after, now);

describe("a change of who may see an article's editions", () => {
  test("opens more where it makes them public, at once or from an hour on", () => {
    expect(opens(closed, open)).toBe(true);
    expect(opens(closed, { ...open, embargoUntil: day(20) })).toBe(true);
  });

  test("opens more where an embargo ends earlier, and not where it is over or ends later", () => {
    const until = (embargoUntil: Date | null) => ({ ...open, embargoUntil });
    expect(opens(until(day(20)), until(day(19)))).toBe(true);
    expect(opens(until(day(20)), until(null))).toBe(true);
    expect(opens(until(day(20)), until(day(1)))).toBe(true);
    expect(opens(until(day(11)), until(null))).toBe(false);
    expect(opens(until(null), until(day(11)))).toBe(false);
    expect(opens(until(null), until(day(20)))).toBe(false);
    expect(opens(until(day(20)), until(day(21)))).toBe(false);
  });

  test("opens more where claims get pages", () => {
    const pages = { ...open, hasClaimPages: true };
    expect([opens(open, pages), opens(pages, open), opens(pages, pages)]).toEqual([true, false, false]);
  });

  test("opens nothing where it closes them, or says something of what stays closed", () => {
    expect(opens(open, closed)).toBe(false);
    expect(opens({ ...closed, embargoUntil: day(20) }, { ...closed, hasClaimPages: true })).toBe(false);
  });
});
