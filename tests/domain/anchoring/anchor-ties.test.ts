import { describe, expect, test } from "vitest";
import { anchorOne, told } from "./asking.ts";

describe("edited sentences that fit alike", () => {
  const delta = "Team Delta won the final game of the season.";
  const gamma = delta.replace("Delta", "Gamma");
  const exact = delta.replace("Delta", "Alpha");

  test.each([
    ["side by side", `${delta} ${gamma}`],
    ["in the other order", `${gamma} ${delta}`],
    ["with other words around", `It rained. ${delta} ${gamma} It rained again.`],
    ["apart", `${delta} It rained for three days before the next one was played in June. ${gamma}`],
  ])("are ambiguous %s, and both are offered", (_, text) => {
    const anchor = anchorOne(text, { exact });
    expect(anchor.placement).toBe("ambiguous");
    const places = anchor.placement === "ambiguous" ? anchor.candidates : [];
    expect(places.map(({ start, end }) => text.slice(start, end)).toSorted()).toEqual([delta, gamma]);
    expect(places[0]?.confidence).toBe(places[1]?.confidence);
  });

  test("three of them are three candidates", () => {
    const text = `${delta} ${gamma} ${delta.replace("Delta", "Omega")}`;
    expect(told(text, anchorOne(text, { exact }))).toBe(`ambiguous: ${text.replaceAll(". ", ". | ")}`);
  });

  test("are told apart by the context", () => {
    const text = `${delta} ${gamma} Nobody was there.`;
    expect(told(text, anchorOne(text, { exact, suffix: " Nobody was there." }))).toBe(`changed: ${gamma}`);
  });

  test.each([
    ["1.8", "2.1"],
    ["2.1", "1.8"],
  ])("are ambiguous with other figures, of which no part counts: %s and %s", (first, second) => {
    const [one, other] = [`It cost ${first} million.`, `It cost ${second} million.`];
    expect(told(`${one} ${other}`, anchorOne(`${one} ${other}`, { exact: "It cost 1.9 million." }))).toBe(
      `ambiguous: ${one} | ${other}`,
    );
  });

  test("one alone is changed, with words put into its midst too", () => {
    expect(told(delta, anchorOne(delta, { exact }))).toBe(`changed: ${delta}`);
    const longer = delta.replace("won", "won, late at night and against all expectations,");
    expect(told(longer, anchorOne(longer, { exact: delta }))).toBe(`changed: ${longer}`);
  });

  test("are not taken for one passage because each keeps other words", () => {
    const text = "Red boats sail north today here. Red boats sail south tomorrow there.";
    const anchor = anchorOne(text, { exact: "Red boats sail north tomorrow there." });
    const places = anchor.placement === "ambiguous" ? anchor.candidates : anchor.start === null ? [] : [anchor];
    expect(places.every(({ start, end }) => end - start < 40)).toBe(true);
  });
});
