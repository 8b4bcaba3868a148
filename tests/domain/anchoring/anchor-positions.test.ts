import { describe, expect, test } from "vitest";
import type { AnchorStep, AnchorWay } from "#lib/domain/anchoring/anchor.ts";
import { anchorAll, anchorOne, positioned, quoted, told } from "./asking.ts";

const text = "😀😀 yes, he said yes and yes.";
const inUnits = (word: number) => ({ start: word, end: word + 3 });
const inPoints = (word: number) => ({ start: word - 2, end: word + 1 });
const [first, second, third] = [5, 18, 26];

describe("a position beside a quote", () => {
  test("decides between copies, in code points or in UTF-16 units, whichever holds", () => {
    for (const word of [first, second, third]) {
      expect(anchorOne(text, { exact: "yes", position: inPoints(word) })).toMatchObject({
        placement: "exact",
        start: word,
      });
      expect(anchorOne(text, { exact: "yes", position: inUnits(word) })).toMatchObject({
        placement: "exact",
        start: word,
      });
    }
  });

  test("decides nothing where its words are others, however near", () => {
    expect(anchorOne(text, { exact: "yes", position: { start: 14, end: 17 } }).placement).toBe("ambiguous");
  });

  test("decides nothing between two copies that it could both mean", () => {
    const both = { exact: "aa", position: { start: 4, end: 6 } };
    const copies = "😀 aaxaa aa".replace("x", " ");
    expect(anchorOne("😀😀aa aa", { exact: "aa", position: { start: 4, end: 6 } })).toMatchObject({ start: 4 });
    expect(anchorOne("😀😀aaaa", { exact: "aa", position: { start: 4, end: 6 } }).placement).toBe("ambiguous");
    expect(anchorOne(copies, both).placement).toBe("ambiguous");
  });

  test("does not outweigh a context that tells the copies apart", () => {
    const asked = { exact: "yes", prefix: "he said ", suffix: " and", position: inPoints(third) };
    expect(anchorOne(text, asked)).toMatchObject({ placement: "exact", start: second });
  });

  test("keeps words in new surroundings exact where they stand at the very place", () => {
    const asked = {
      exact: "yes,",
      prefix: "entirely other ",
      suffix: " surroundings here",
      position: { start: 3, end: 7 },
    };
    expect(anchorOne(text, asked)).toMatchObject({ placement: "exact", start: first });
  });
});

describe("a position without a quote", () => {
  test("counts code points, and is less sure than a quote", () => {
    const [anchor] = anchorAll(text, [positioned(3, 6)]);
    expect(told(text, anchor)).toBe("exact: yes");
    expect(anchor?.confidence).toBe(0.5);
  });

  test("counts UTF-16 units where the quotes of the file prove them and none proves code points", () => {
    const said = text.indexOf("said");
    const proof = quoted({ exact: "said", position: { start: said, end: said + 4 } });
    const contrary = quoted({ exact: "said", position: { start: said - 2, end: said + 2 } });
    expect(told(text, anchorAll(text, [proof, positioned(5, 8)])[1])).toBe("exact: yes");
    expect(told(text, anchorAll(text, [proof, contrary, positioned(3, 6)])[2])).toBe("exact: yes");
    const unproven = quoted({ exact: "said", position: { start: said + 1, end: said + 5 } });
    expect(told(text, anchorAll(text, [unproven, positioned(3, 6)])[1])).toBe("exact: yes");
  });

  test("is lost outside the text, on white space, and inside a character", () => {
    const family = "a👩‍👩‍👧 b";
    const placements = anchorAll(family, [positioned(0, 99), positioned(6, 7), positioned(3, 3), positioned(2, 5)]);
    expect(placements.map(({ placement }) => placement)).toEqual(["lost", "lost", "lost", "lost"]);
    expect(told(family, anchorAll(family, [positioned(1, 6)])[0])).toBe("exact: 👩‍👩‍👧");
  });
});

describe("a passage inside a passage", () => {
  const quote = (exact: string): AnchorStep => ({ quote: { exact, prefix: "", suffix: "" }, position: null });
  const at = (start: number, end: number): AnchorStep => ({ quote: null, position: { start, end } });
  const place = (...ways: AnchorWay[]) => told(text, anchorAll(text, [{ id: 1, ways, problems: [] }])[0]);

  test("is looked for and counted in there only", () => {
    expect(anchorAll(text, [{ id: 1, ways: [[quote("he said yes"), quote("yes")]], problems: [] }])).toMatchObject([
      { placement: "exact", start: second },
    ]);
    expect(place([quote("he said yes"), at(3, 7)])).toBe("exact: said");
    expect(place([at(0, 6), quote("yes")])).toBe("exact: yes");
    expect(place([at(0, 6), at(0, 1)])).toBe("exact: 😀");
  });

  test("is lost with it, and where it was counted in other letters", () => {
    expect(place([quote("she replied"), quote("yes")])).toBe("lost");
    expect(place([quote("he  said yes"), at(3, 7)])).toBe("lost");
    expect(place([quote("he said no and yes"), at(3, 7)])).toBe("lost");
  });

  test("is ambiguous where its passage is", () => {
    expect(place([quote("yes"), at(0, 2)])).toBe("ambiguous: ye | ye | ye");
  });

  test("of several ways the one that finds the very words counts", () => {
    expect(place([quote("he said no")], [quote("said yes and")])).toBe("exact: said yes and");
    expect(place([quote("absent words")], [quote("nothing of it")])).toBe("lost");
  });
});

test("what was wrong with other selectors is said beside the place", () => {
  const [anchor] = anchorAll("one two", [
    { ...quoted({ exact: "two" }), problems: ["The position ends before it starts."] },
  ]);
  expect(anchor).toMatchObject({ placement: "exact", reason: "The position ends before it starts." });
  expect(anchorAll("one two", [{ id: 1, ways: [], problems: [] }])[0]).toMatchObject({ placement: "lost" });
});
