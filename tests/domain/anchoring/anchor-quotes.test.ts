import { describe, expect, test } from "vitest";
import { anchorAll, anchorOne, quoted, told } from "./asking.ts";

const alpha = "Team Alpha reported that the new deployment reduced latency by twelve percent across all regions.";
const beta = "Team Beta reported that the new deployment reduced latency by twelve percent across all regions.";

describe("a quote with its context", () => {
  test("stands where its words stand, whatever the white space, quotation marks, dashes and normal form", () => {
    const text = "He said “well — done”\u00a0to the\n  cafe\u0301 owner.";
    const anchor = anchorOne(text, { exact: '"well - done" to the café', prefix: "He said ", suffix: " owner." });
    expect(told(text, anchor)).toBe("exact: “well — done”\u00a0to the\n  cafe\u0301");
  });

  test("is told from its copies by prefix or suffix", () => {
    const text = "The rate rose. It was Monday. The rate rose. It was Tuesday. The rate rose.";
    const exact = "The rate rose.";
    expect(anchorOne(text, { exact, prefix: "It was Monday. " })).toMatchObject({ placement: "exact", start: 30 });
    expect(anchorOne(text, { exact, suffix: " It was Monday" })).toMatchObject({ placement: "exact", start: 0 });
    expect(anchorOne(text, { exact, prefix: "day. ", suffix: " It was Tue" })).toMatchObject({ start: 30 });
  });

  test("is told from its copies even by one common word, when everything else agrees at one place only", () => {
    const one = "of the city council on the eighth of May the rate rose by two points";
    const text = `${one}. Later, ${one.replace("by", "to")}.`;
    const anchor = anchorOne(text, {
      exact: "the rate rose",
      prefix: "on the eighth of May ",
      suffix: " to two points",
    });
    expect(anchor).toMatchObject({ placement: "exact", start: text.lastIndexOf("the rate rose") });
  });

  test("is ambiguous between copies with the same context, and says where they are", () => {
    const sentence = "Officials said on Monday evening that the rate rose, which nobody in the city had expected. ";
    const text = `First. ${sentence}Then other things. ${sentence}Last.`;
    const exact = "the rate rose";
    const start = sentence.indexOf(exact);
    const prefix = sentence.slice(start - 32, start);
    const suffix = sentence.slice(start + exact.length, start + exact.length + 32);
    const anchor = anchorOne(text, { exact, prefix, suffix });
    expect(anchor).toMatchObject({ placement: "ambiguous", start: null, end: null });
    expect(told(text, anchor)).toBe("ambiguous: the rate rose | the rate rose");
  });

  test("is changed when a word of it was edited, even where an untouched copy stands elsewhere", () => {
    const sentence = "The ministry said the rate rose by four percent in March.";
    const edited = sentence.replace("rose", "fell");
    const text = `An early draft. ${sentence} Nobody objected.\n\nOn Friday came a note. ${edited} The bank agreed at once.`;
    const anchor = anchorOne(text, {
      exact: sentence,
      prefix: "On Friday came a note. ",
      suffix: " The bank agreed at once",
    });
    expect(told(text, anchor)).toBe(`changed: ${edited}`);
  });

  test("covers the words that took the place of its first and last", () => {
    const text = "Before it stood this: a red house near the canal, and after it came that.";
    const anchor = anchorOne(text, {
      exact: "one red house near the river",
      prefix: "Before it stood this: ",
      suffix: ", and after it came that.",
    });
    expect(told(text, anchor)).toBe("changed: a red house near the canal");
  });

  test("is found where it was cut in the middle of words", () => {
    const text = "They discussed the undergoing works at the northern harbour.";
    expect(told(text, anchorOne(text, { exact: "going works at the nor", prefix: "the under" }))).toBe(
      "exact: going works at the nor",
    );
    expect(told(text, anchorOne(text, { exact: "going", prefix: "the under", suffix: " works" }))).toBe("exact: going");
    expect(told(text, anchorOne(text, { exact: "going" }))).toBe("ambiguous: going");
  });
});

describe("a quote whose passage was deleted", () => {
  test("does not land on the next paragraph, which begins with its suffix (hypothesis/client#7571)", () => {
    const suffix = `\n${beta.slice(0, 31)}`;
    expect(anchorOne(beta, { exact: alpha, suffix }).placement).toBe("lost");
    const half = { exact: alpha.slice(45), prefix: alpha.slice(13, 45), suffix };
    expect(anchorOne(`${alpha}\n${beta}`, half)).toMatchObject({ placement: "exact", start: 45 });
    expect(told(beta, anchorOne(beta, half))).toBe(`ambiguous: ${half.exact}`);
  });

  test("is never exact on a copy in other surroundings: a person is shown the copy", () => {
    const text = "Opening words about something else. The ministry denied the report. Then nothing happened in town.";
    const anchor = anchorOne(text, {
      exact: "The ministry denied the report.",
      prefix: "after the storm in spring, ",
      suffix: " Parliament debated it at length",
    });
    expect(told(text, anchor)).toBe("ambiguous: The ministry denied the report.");
    expect(anchor.placement === "ambiguous" && anchor.reason).toMatch(/other words around/);
  });

  test("was replaced when its surroundings stand with another word between (hypothesis/h#2798)", () => {
    const context = { prefix: "long essay on annotation, and ", suffix: " answered her in the margin of t" };
    const before = "In this class, Robin wrote a long essay on annotation, and ";
    const after = " answered her in the margin of the page.";
    expect(told(`${before}Elisa${after}`, anchorOne(`${before}Elisa${after}`, { exact: "Robin", ...context }))).toBe(
      "changed: Elisa",
    );
    expect(anchorOne(before.trim() + after, { exact: "Robin", ...context }).placement).toBe("lost");
  });

  test("is lost when only common words are left of it", () => {
    const text = "Of all the things that were said on the day, none was about the matter in hand, and so it went.";
    expect(anchorOne(text, { exact: "the minister resigned over the affair on Tuesday" }).placement).toBe("lost");
  });
});

test("copies far from each other, more than can be listed: eight candidates, in order", () => {
  const text = "The rate rose. ".repeat(40);
  const anchor = anchorOne(text, { exact: "The rate rose." });
  expect(anchor.placement === "ambiguous" && anchor.candidates.map(({ start }) => start)).toEqual(
    Array.from({ length: 8 }, (_, number) => number * 15),
  );
});

test("overlapping copies are copies", () => {
  expect(told("ha ha ha", anchorOne("ha ha ha", { exact: "ha ha" }))).toBe("ambiguous: ha ha | ha ha");
});

test.each([
  ["Arabic with Latin", "قال الوزير إن NATO رفعت الميزانية إلى 2024 مليون.", "NATO رفعت الميزانية"],
  ["Thai", "ราคาน้ำมันเพิ่มขึ้นร้อยละสิบในเดือนมีนาคม", "เพิ่มขึ้นร้อยละสิบ"],
  ["Chinese", "部长周一表示，失业率上升了百分之四。", "失业率上升了"],
  ["emoji and flags", "Vote 👩‍👩‍👧 for 🇬🇧🇫🇷 now", "👩‍👩‍👧 for 🇬🇧"],
])("%s", (_, text, exact) => {
  expect(told(text, anchorOne(text, { exact }))).toBe(`exact: ${exact}`);
});

test("answers come in the order of the requests, each with its id", () => {
  const anchors = anchorAll("one two three", [
    quoted({ exact: "three" }),
    quoted({ exact: "no" }),
    quoted({ exact: "one" }),
  ]);
  expect(anchors.map(({ id, placement }) => `${id} ${placement}`)).toEqual(["three exact", "no lost", "one exact"]);
});
