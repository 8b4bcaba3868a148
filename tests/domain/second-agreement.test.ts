import { describe, expect, test } from "vitest";
import { isSameVerdict } from "#lib/domain/second.ts";
import { type JudgedPair, secondAgreement } from "#lib/domain/second-agreement.ts";

const judged = (position: number) => ({ label: `Step ${position}`, position, value: 5 - position });

function pair(first: number, second: number, change: Partial<JudgedPair> = {}): JudgedPair {
  const at = "2026-05-12T08:00:00.000Z";
  const agrees = first === second;
  return {
    revisionId: crypto.randomUUID(),
    at,
    first: judged(first),
    second: judged(second),
    isSentence: false,
    agrees,
    ...change,
  };
}

describe("agreement of first and second verdicts", () => {
  test("is undefined, with its reason, where nothing was given", () => {
    const { share, metrics, months } = secondAgreement([]);
    expect({ share, months }).toEqual({ share: null, months: [] });
    for (const metric of metrics) expect(metric).toMatchObject({ value: null, reason: expect.stringMatching(/\.$/) });
  });

  test("counts pairs by the month in which the second was given", () => {
    const pairs = [pair(0, 0), pair(1, 2), pair(2, 2, { at: "2026-04-30T23:59:59.999Z" })];
    const { agreeing, share, months } = secondAgreement(pairs);
    expect({ agreeing, share }).toEqual({ agreeing: 2, share: 2 / 3 });
    expect(months).toEqual([
      { month: "2026-04", pairs: 1, agreeing: 1, alpha: null },
      { month: "2026-05", pairs: 2, agreeing: 1, alpha: expect.closeTo(0.4, 12) },
    ]);
  });

  test("is one by every measure where all agree on different ratings", () => {
    const { metrics } = secondAgreement([pair(0, 0), pair(1, 1), pair(4, 4)]);
    expect(metrics.map(({ value }) => value)).toEqual([1, 1, 1]);
  });

  test("asks Fleiss' kappa where a verdict has several second ones, and keeps each pair for Cohen's", () => {
    const revisionId = crypto.randomUUID();
    const { metrics } = secondAgreement([pair(0, 0, { revisionId }), pair(0, 1, { revisionId })]);
    const items = metrics.map(({ metric, items: counted, raters }) => [metric, counted, raters]);
    expect(items).toEqual([
      ["cohen", 2, 2],
      ["fleiss", 1, 3],
      ["krippendorff-nominal", 1, 3],
      ["krippendorff-ordinal", 1, 3],
    ]);
  });

  test("leaves ratings off the scale out of the ordinal measure, and only there", () => {
    const off = pair(0, 5, { second: { label: "Satire", position: 5, value: null } });
    const { metrics } = secondAgreement([pair(0, 0), pair(1, 2), off]);
    const pairable = Object.fromEntries(metrics.map((metric) => [metric.metric, metric.pairable]));
    expect(pairable).toEqual({ cohen: 6, "krippendorff-nominal": 6, "krippendorff-ordinal": 4 });
  });

  test("leaves sentences to people", () => {
    const { pairs, metrics } = secondAgreement([pair(0, 0, { isSentence: true })]);
    expect(pairs).toBe(1);
    expect(metrics.map(({ items }) => items)).toEqual([0, 0, 0]);
  });
});

describe("the same verdict", () => {
  const rating = (id: string, scaleId: string, position: number) => ({
    rating: { id, scaleId, position },
    sentence: "",
  });
  test("is the same rating, or the same step of a revised scale", () => {
    expect(isSameVerdict(rating("a", "one", 1), rating("a", "one", 1))).toBe(true);
    expect(isSameVerdict(rating("a", "one", 1), rating("b", "one", 2))).toBe(false);
    expect(isSameVerdict(rating("a", "one", 1), rating("c", "two", 1))).toBe(true);
    expect(isSameVerdict(rating("a", "one", 1), rating("d", "two", 2))).toBe(false);
  });
  test("is the same sentence, whatever its quotation marks", () => {
    const said = (sentence: string) => ({ ...rating("a", "one", 0), sentence });
    expect(isSameVerdict(said("It is “true”."), said('It is "true".'))).toBe(true);
    expect(isSameVerdict(said("It is true."), said("It is not."))).toBe(false);
  });
});
