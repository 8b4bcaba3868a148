import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadRecompute, type Recompute } from "#lib/formats/calculations/recompute.ts";
import { processorTime } from "#tests/support/processor-time.ts";

let recompute: Recompute;
beforeAll(async () => {
  recompute = await loadRecompute();
});

/** What the last line of a calculation comes to, and what is wrong with it. */
function last(calculation: string) {
  const step = recompute(calculation).at(-1);
  return step === undefined ? null : [step.result, step.problem];
}

describe("a calculation is recomputed", () => {
  test.each([
    ["1 913 406 / 212 = 9025.5", "9025.5"],
    ["1,913,406 ÷ 212 ≈ 9,026", "9025.5"],
    ["1\u202f913\u202f406 ÷ 212 ≈ 9000", "9025.5"],
    ["fare = 12.5 * 3", "37.5"],
    ["fare = 12.5 × 3 = 37.5", "37.5"],
    ["fare = 12.5 * 3\nfare / 2 = 18.75", "18.75"],
    ["fare = 37.5\nfare = 37.5", "37.5"],
    ["цена = 12\n2 × цена = 24", "24"],
    ["سعر = 12\nسعر × 2 = 24", "24"],
    ["in = 3\nend = in + 1\nend = 4", "4"],
    ["45 / 212 = 21.2%", "21.2264150943396%"],
    ["200 + 5% = 200.05", "200.05"],
    ["rise = 5\n200 × rise% = 10", "10"],
    ["0.1 + 0.2 = 0.3", "0.3"],
    ["-2^2 = -4", "-4"],
    ["2 − −3 = 5", "5"],
    ["round(2.5) + max(1, 2) + sum(1, 2, 3) + mean(2, 4) = 14", "14"],
    ["1 / 3 = 0.333", "0.333333333333333"],
    ["€12.50 + €2 = €14.50", "14.5"],
  ])("%s", (calculation, result) => {
    expect(last(calculation)).toEqual([result, null]);
  });

  test.each([
    ["1 913 406 / 212 = 9024.5", "This does not add up: it comes to 9025.5."],
    ["1 913 406 / 212 = 9025.4", "This does not add up: it comes to 9025.5."],
    ["2 + 2 = 5", "This does not add up: it comes to 4."],
    ["9025.5 = 9000", "This does not add up: it comes to 9025.5."],
    ["1 / 0 = 0", "This divides by zero."],
    ["sqrt(0 - 1) = 1", "This has no value."],
    ["fare / 2 = 3", "“fare” has no value in a line above."],
    ["1 + 1 = two", "Write one number after the equals sign."],
    ["a = 1 = 1 = 1", "Write one result after the equals sign."],
    ["10 ^ 100 = 1", "These numbers are too large or too small to be recomputed."],
    ["9 ^ 9 ^ 9 ^ 9 = 1", "These numbers are too large or too small to be recomputed."],
    [`${"1+".repeat(300)}1`, "This step is too long. Part it into several lines."],
  ])("what is wrong is said: %s", (calculation, problem) => {
    expect(last(calculation)?.[1]).toBe(problem);
  });

  test.each([
    "import('fs')",
    "f(x) = x",
    "[1, 2, 3]",
    "1:100000000",
    'parse("1")',
    "constructor",
    "5!",
    "1 2",
    "2(3)",
    "max()",
    "max",
    "true + 1",
    "x.y",
    "1; 2",
    "3 in to 4",
    "1 ? 2 : 3",
    "((((",
    `${"(".repeat(140)}1${")".repeat(140)}`,
    "1,5 + 1",
    "=",
    "",
  ])("nothing else is evaluated: %s", (calculation) => {
    const step = recompute(calculation).at(-1);
    expect(step === undefined || (step.problem !== null && step.result === "")).toBe(true);
  });

  test("a wrong line names a value all the same, so that the next ones are recomputed", () => {
    expect(recompute("fare = 12 * 3 = 35\nfare * 2 = 72").map((step) => step.problem === null)).toEqual([false, true]);
  });

  test("sums of written numbers add up, whatever they are", () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const written = (value: number) => `${value < 0 ? "−" : ""}${(Math.abs(value) / 100).toFixed(2)}`;
        expect(last(`(${written(a)}) + (${written(b)}) = ${written(a + b)}`)?.[1]).toBeNull();
      }),
    );
  });

  test("no line makes it throw or take long", () => {
    const signs = fc.constantFrom(..."0123456789.,+-*/^()%= ev_≈×é", "max(", "round(", "9".repeat(50));
    const begun = processorTime();
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 80 }), (written) => {
        recompute(written.join(""));
      }),
      { numRuns: 500 },
    );
    expect(processorTime() - begun).toBeLessThan(10_000);
  });
});

test("a calculation of many powers is not recomputed to its end: each takes milliseconds", () => {
  const steps = recompute(Array.from({ length: 30 }, () => "2 ^ 0.5").join("\n"));
  expect(steps.filter(({ problem }) => problem === null)).toHaveLength(20);
  expect(steps.at(-1)?.problem).toMatch(/too many powers/);
});
