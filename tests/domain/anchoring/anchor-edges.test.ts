import { describe, expect, test } from "vitest";
import { anchorOne, told } from "./asking.ts";

describe("a quote's last word or figure that goes on in the text", () => {
  const men = "They had 15,000 men in the field.";

  test("is changed where the suffix says otherwise, and the whole of it is offered", () => {
    const asked = { exact: "15", prefix: "They had ", suffix: " men in the field." };
    expect(told(men, anchorOne(men, asked))).toBe("changed: 15,000");
    const cannot = "We can't do this now.";
    expect(told(cannot, anchorOne(cannot, { exact: "can", prefix: "We ", suffix: " do this" }))).toBe("changed: can't");
    const rate = "Inflation reached 10.4 per cent.";
    expect(told(rate, anchorOne(rate, { exact: "Inflation reached 10", suffix: " per cent." }))).toBe(
      "changed: Inflation reached 10.4",
    );
    const cats = "On Monday the cats sat on the mat.";
    expect(told(cats, anchorOne(cats, { exact: "cat", prefix: "On Monday the ", suffix: " sat on" }))).toBe(
      "changed: cats",
    );
  });

  test("is changed where it is a figure and only a prefix was given", () => {
    expect(told(men, anchorOne(men, { exact: "15", prefix: "They had " }))).toBe("changed: 15,000");
  });

  test("is exact where the suffix says so, however short", () => {
    for (const suffix of [",000 men in the field.", ",000", ",0"]) {
      expect(told(men, anchorOne(men, { exact: "15", prefix: "They had ", suffix }))).toBe("exact: 15");
    }
    const street = "The cafe\u0301s of Rue d’Arc were open.";
    expect(told(street, anchorOne(street, { exact: "caf", prefix: "The ", suffix: "és of" }))).toMatch(/^exact: caf/);
  });

  test.each([
    [men, "15", "15"],
    [men, "had 15", "had 15"],
    [men, "000 men", "000 men"],
    ["We can’t do this now.", "can", "can"],
    ["Inflation reached 10.4 per cent.", "Inflation reached 10", "Inflation reached 10"],
    ["Inflation reached 100 per cent.", "Inflation reached 10", "Inflation reached 10"],
    ["It fell to −15 degrees.", "15 degrees", "15 degrees"],
  ])("is ambiguous without context, as letters inside a longer word are: %s", (text, exact, words) => {
    const anchor = anchorOne(text, { exact });
    expect(told(text, anchor)).toBe(`ambiguous: ${words}`);
    expect(anchor.placement === "ambiguous" && anchor.reason).toMatch(/longer word or figure/);
  });

  test.each([
    ["Inflation reached 10. Then it fell.", "Inflation reached 10"],
    ["A New York-based firm, and/or its heirs.", "New York"],
    ["It cost $15 million.", "15 million"],
    ["Rue d’Arc is closed.", "Arc"],
    ["部长周一表示，失业率上升了15％。", "失业率上升"],
  ])("is exact where nothing goes on: %s", (text, exact) => {
    expect(told(text, anchorOne(text, { exact }))).toBe(`exact: ${exact}`);
  });

  test("is exact where it stands alone elsewhere, or where its position is named", () => {
    const text = `${men} There were 15 ships.`;
    expect(anchorOne(text, { exact: "15" })).toMatchObject({ placement: "exact", start: text.lastIndexOf("15") });
    expect(anchorOne(men, { exact: "15", position: { start: 9, end: 11 } })).toMatchObject({ placement: "exact" });
  });

  test("is not exact by its position where the context says otherwise", () => {
    const asked = { exact: "15", prefix: "They had ", suffix: " men in", position: { start: 9, end: 11 } };
    expect(told(men, anchorOne(men, asked))).toBe("changed: 15,000");
  });
});
