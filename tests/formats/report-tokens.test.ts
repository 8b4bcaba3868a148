import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { reportCss } from "#lib/formats/report/report-css.ts";

/** Custom properties for colours, by name, with white space folded. */
function coloursIn(css: string): Map<string, string> {
  const colours = new Map<string, string>();
  for (const [, name, value] of css.matchAll(/(--color-[a-z-]+):\s*(light-dark\([^;]+\))/g)) {
    if (name !== undefined && value !== undefined) colours.set(name, value.replace(/\s+/g, ""));
  }
  return colours;
}

test("a report has the colours of the desk", async () => {
  const desk = coloursIn(await readFile("app/styles/tokens.css", "utf8"));
  const report = coloursIn(reportCss);
  expect(report.size).toBeGreaterThan(10);
  for (const [name, value] of report) expect(desk.get(name), name).toBe(value);
});
