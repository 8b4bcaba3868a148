import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { type AnnotatedWords, annotatedPlace, annotatedWords } from "#lib/domain/annotation.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import { checkSpan } from "#lib/domain/span.ts";
import { composeText } from "#lib/domain/text.ts";

const said = (text: string) =>
  composeText(text.split("\n\n").map((words) => ({ type: "paragraph" as const, runs: [{ text: words, marks: [] }] })));
const wordsOf = (exact: string): AnnotatedWords => ({ exact, prefix: "", suffix: "", refined: false });
const family = "👩‍👩‍👧";

describe("what an anchor means for a claim", () => {
  const version = said(`The crew, ${family}, ate crème brûlée.`);
  const start = version.text.indexOf(family);

  test("a place that cuts a character in two is an offer of the whole of it", () => {
    const anchor = { placement: "exact", start: start + 2, end: start + 4, confidence: 1 } as const;
    expect(annotatedPlace(anchor, wordsOf(version.text.slice(start + 2, start + 4)), version)).toMatchObject({
      kind: "changed",
      start,
      end: start + family.length,
      quote: family,
    });
    const candidates = [anchor, { start: 0, end: 3, confidence: 1 }];
    const several = { ...anchor, placement: "ambiguous", start: null, end: null, candidates, reason: "" } as const;
    expect(annotatedPlace(several, wordsOf("x"), version)).toMatchObject({
      kind: "ambiguous",
      start: null,
      quote: "x",
      candidates: [
        { start, end: start + family.length },
        { start: 0, end: 3 },
      ],
    });
  });

  test("other words than the annotation's never settle, whatever the anchor says", () => {
    const anchor = { placement: "exact", start: 0, end: 8, confidence: 1 } as const;
    expect(annotatedPlace(anchor, wordsOf("The crew"), version).kind).toBe("exact");
    expect(annotatedPlace(anchor, wordsOf("A crew"), version).kind).toBe("changed");
    expect(annotatedPlace(anchor, wordsOf(""), version).kind).toBe("changed");
  });

  test("a place without words, or outside the text, is none", () => {
    for (const [from, to] of [
      [9, 10],
      [0, 10_000],
      [5, 5],
    ] as const) {
      const anchor = { placement: "changed", start: from, end: to, confidence: 1 } as const;
      expect(annotatedPlace(anchor, wordsOf("y"), version)).toMatchObject({ kind: "lost", start: null, quote: "y" });
    }
  });

  test("whatever is asked for, a settled place holds the very words and every offer can carry a claim", () => {
    const piece = fc.constantFrom(
      "the rate rose ",
      "by four ",
      "percent ",
      "e\u0301",
      family,
      "عام ",
      "“so” ",
      "\n\n",
      "I ",
      "ﬁne ",
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        texts,
        fc.string({ unit: "binary", maxLength: 8 }),
        fc.nat(40),
        fc.nat(40),
        (words, noise, at, length) => {
          const text = said(words);
          const exact = text.text.slice(at, at + length) + (length % 3 === 0 ? noise : "");
          const ways = [
            [{ quote: { exact, prefix: text.text.slice(0, at).slice(-9), suffix: noise }, position: null }],
          ] as const;
          const anchors = anchorAnnotations(text.text, [{ id: 1, ways, problems: [] }]);
          const [anchor] = anchors.ok ? anchors.value : [];
          if (anchor === undefined) throw new Error("no answer");
          const own = annotatedWords(ways, anchor.start === null ? null : text.text.slice(anchor.start, anchor.end));
          const place = annotatedPlace(anchor, own, text);
          expect(own.exact.isWellFormed()).toBe(true);
          for (const span of [place, ...place.candidates]) {
            if (span.start === null || span.end === null) continue;
            expect(checkSpan(text.text, text.blocks, { start: span.start, end: span.end }).ok).toBe(true);
          }
          if (place.kind === "exact") expect(typographicFold(place.quote)).toBe(typographicFold(own.exact));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the words of an annotation", () => {
  const quote = (exact: string) => ({ quote: { exact, prefix: "", suffix: "" }, position: null });

  test("are those that were found, else its first quote, else none", () => {
    const ways = [
      [quote("one")],
      [quote("outer"), quote("“two”")],
      [{ quote: null, position: { start: 1, end: 2 } }],
    ] as const;
    expect(annotatedWords(ways, '"two"')).toMatchObject({ exact: "“two”", refined: true });
    expect(annotatedWords(ways, null)).toMatchObject({ exact: "one", refined: false });
    expect(annotatedWords([ways[2]], "x")).toEqual(wordsOf(""));
  });
});
