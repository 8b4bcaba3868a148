import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSamePlan, mergePlans, planFields, planOfFields } from "#components/report/plan-merge.ts";
import { movedOrder, shownOrder } from "#components/report/plan-order.ts";
import { atFirst, nextPlanState, type PlanEvent } from "#components/report/plan-state.ts";
import { reportTemplates } from "#lib/domain/edition.ts";
import { noPlan, type ReportPlan } from "#lib/domain/edition-preview.ts";

const ids = ["a", "b", "c", "d"] as const;
const words = fc.constantFrom("", "one", "two ", "three");
const plan: fc.Arbitrary<ReportPlan> = fc.record({
  rowVersion: fc.constant(1),
  claimOrder: fc.shuffledSubarray([...ids]),
  hidden: fc.subarray([...ids]),
  summary: words,
  method: words,
  language: fc.constantFrom("", "de", "ar"),
  template: fc.constantFrom(...reportTemplates),
});
const at = (rowVersion: number, of: ReportPlan): ReportPlan => ({ ...of, rowVersion });

describe("two who change one plan", () => {
  test("what only one changed is theirs, whoever it was", () => {
    fc.assert(
      fc.property(plan, plan, (base, changed) => {
        const theirs = mergePlans({ base, mine: base, theirs: at(2, changed) });
        expect(isSamePlan(theirs.plan, changed)).toBe(true);
        const mine = mergePlans({ base, mine: changed, theirs: at(2, base) });
        expect(isSamePlan(mine.plan, changed)).toBe(true);
        expect([...theirs.clashes, ...mine.clashes]).toEqual([]);
      }),
    );
  });

  test("what both changed alike is no clash, and what they changed otherwise stays as it is here and is named", () => {
    fc.assert(
      fc.property(plan, plan, plan, (base, mine, theirs) => {
        const { plan: merged, clashes } = mergePlans({ base, mine, theirs: at(2, theirs) });
        expect(merged.rowVersion).toBe(2);
        for (const field of clashes) {
          expect(merged[field]).toEqual(mine[field]);
          expect(theirs[field]).not.toEqual(mine[field]);
        }
        expect(mergePlans({ base, mine, theirs: at(2, mine) }).clashes).toEqual([]);
      }),
    );
  });

  test("each claim is printed or not as whoever changed that wanted it", () => {
    const base = { ...noPlan, hidden: ["a", "b"] };
    const { plan: merged } = mergePlans({
      base,
      mine: { ...base, hidden: ["a", "b", "c"] },
      theirs: { ...base, rowVersion: 1, hidden: ["b", "d"] },
    });
    expect([...merged.hidden].sort()).toEqual(["b", "c", "d"]);
  });

  test("a plan is the same again as a conflict tells it", () => {
    fc.assert(fc.property(plan, (one) => void expect(planOfFields(planFields(one))).toEqual(one)));
  });
});

describe("the plan on a page", () => {
  const played = (first: ReportPlan, ...events: readonly PlanEvent[]) => events.reduce(nextPlanState, atFirst(first));

  test("keeps what was typed while it was being saved, with the space at its end", () => {
    const typed = { ...noPlan, summary: "Two of nine " };
    const state = played(
      noPlan,
      { kind: "changed", part: { summary: "Two of nine " } },
      { kind: "sent" },
      { kind: "saved", plan: typed },
      { kind: "arrived", plan: { ...typed, summary: "Two of nine", rowVersion: 1 } },
      { kind: "changed", part: { summary: "Two of nine claims" } },
    );
    expect(state.mine).toMatchObject({ summary: "Two of nine claims", rowVersion: 1 });
    expect(state.clash).toBeNull();
  });

  test("loses no word to a colleague: theirs is beside it until it is decided, and the next save is against theirs", () => {
    const theirs = { ...noPlan, rowVersion: 4, summary: "Theirs", method: "Their way" };
    const state = played(
      noPlan,
      { kind: "changed", part: { summary: "Mine" } },
      { kind: "sent" },
      { kind: "conflict", plan: theirs },
    );
    expect(state.mine).toMatchObject({ summary: "Mine", method: "Their way", rowVersion: 4 });
    expect(state.clash).toEqual({ theirs, fields: ["summary"] });
    expect(nextPlanState(state, { kind: "settled" })).toMatchObject({ clash: null, mine: { summary: "Mine" } });
  });

  test("takes up what was left unsaved, over what stands now", () => {
    const stands = { ...noPlan, rowVersion: 3, method: "New" };
    const state = played(stands, { kind: "kept", base: noPlan, mine: { ...noPlan, summary: "Left" } });
    expect(state).toMatchObject({ base: stands, mine: { summary: "Left", method: "New", rowVersion: 3 }, clash: null });
  });

  test("an older page that arrives late changes nothing", () => {
    const first = { ...noPlan, rowVersion: 5, summary: "Now" };
    expect(played(first, { kind: "arrived", plan: { ...noPlan, rowVersion: 4 } }).mine).toEqual(first);
  });
});

describe("the list of claims", () => {
  const claim = (id: string, isPrinted = true) => ({ id, number: 1, statement: id, quote: "", isPrinted });
  const seen = (shown: readonly { readonly id: string }[]) => shown.map(({ id }) => id).join("");

  test("a move lays down no more of the order than it has to", () => {
    expect(movedOrder({ ids: [...ids], order: [], from: 2, to: 1 })).toEqual(["a", "c", "b"]);
    expect(movedOrder({ ids: [...ids], order: ["a", "b", "c", "d"], from: 1, to: 0 })).toEqual(["b", "a", "c", "d"]);
  });

  test("any move puts the claim where it was asked to be, and leaves the others as they stood", () => {
    const place = fc.nat({ max: 3 });
    fc.assert(
      fc.property(fc.shuffledSubarray([...ids]), place, place, (order, from, to) => {
        const claims = ids.map((id) => claim(id));
        const before = shownOrder({ claims, order, last: [] }).map(({ id }) => id);
        const [moved = ""] = before.slice(from, from + 1);
        const then = shownOrder({ claims, order: movedOrder({ ids: before, order, from, to }), last: [] });
        expect(seen(then)).toBe(
          before
            .filter((id) => id !== moved)
            .toSpliced(to, 0, moved)
            .join(""),
        );
      }),
    );
  });

  test("a claim that is left out stays where it stood, though the server lists it last", () => {
    const claims = [claim("a"), claim("c"), claim("d"), claim("b", false)];
    expect(seen(shownOrder({ claims, order: [], last: [...ids] }))).toBe("abcd");
    expect(seen(shownOrder({ claims, order: [], last: [] }))).toBe("acdb");
    const first = [claim("b"), claim("c"), claim("d"), claim("a", false)];
    expect(seen(shownOrder({ claims: first, order: [], last: [...ids] }))).toBe("abcd");
    expect(seen(shownOrder({ claims: claims.slice(1), order: [], last: [...ids] }))).toBe("cdb");
  });
});
