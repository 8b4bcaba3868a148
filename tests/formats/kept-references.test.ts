import { expect, test } from "vitest";
import type { CslItem } from "#lib/domain/csl-item.ts";
import { citationStyles } from "#lib/domain/source-views.ts";
import { formatReferences } from "#lib/formats/citations/format-reference.ts";
import { keptReferences } from "#lib/formats/citations/kept-references.ts";

const item = (number: number): CslItem => ({
  id: `source-${number}`,
  type: number % 2 === 0 ? "report" : "article-newspaper",
  title: `Ledger ${number % 7}`,
  author: [{ family: "Okoro", given: "Ines" }],
  issued: { "date-parts": [[2020 + (number % 3)]] },
});
const items = Array.from({ length: 12 }, (_, number) => item(number));

test("a reference is the same, whatever was formatted before it, beside it and in other styles", () => {
  for (const style of citationStyles) {
    for (const language of ["en-US", "de-DE"] as const) {
      const asked = { style, language };
      const alone = items.map((one) => formatReferences([one], asked)[0]);
      keptReferences(items.slice(4, 9).toReversed(), asked);
      expect(keptReferences([...items, ...items], asked)).toEqual([...alone, ...alone]);
      expect(keptReferences(items.toReversed(), asked)).toEqual(alone.toReversed());
    }
  }
});

test("an item that differs in anything but its id is another, and one it knows is not formatted again", () => {
  const asked = { style: "apa", language: "en-US" } as const;
  const [first] = keptReferences([item(1)], asked);
  expect(keptReferences([{ ...item(1), id: "another" }], asked)[0]).toBe(first);
  expect(keptReferences([{ ...item(1), title: "Another" }], asked)[0]?.text).toContain("Another");
  expect(keptReferences([], asked)).toEqual([]);
});
