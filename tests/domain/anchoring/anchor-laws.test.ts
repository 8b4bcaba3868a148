import fc from "fast-check";
import { expect, test } from "vitest";
import { goesOnOtherwise } from "#lib/domain/alignment/glued-edges.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import { quoteOf } from "#lib/domain/span.ts";
import { anchorAll, anchorOne, quoted } from "./asking.ts";

const words = fc.constantFrom(
  ..."the a of rate rose city council denied Robin’s 4.5 – “yes” no".split(" "),
  ..."漢字 かな กำลัง नमस्ते شكراً e\u0301te\u0301 😀 👨‍👩‍👧 🇬🇧 \u00ADsoft ﬁne … \n\n".split(" "),
);
const texts = fc.array(words, { minLength: 1, maxLength: 60 }).map((list) => `so ${list.join(" ")}`);
/** A text and two of the places between its words. */
const drawn = texts.chain((text) => {
  const starts = [...text.matchAll(/(?<=^|\s)\S+(?=\s|$)/gu)].map(({ index, 0: word }) => ({
    index,
    end: index + word.length,
  }));
  return fc.tuple(fc.constant(text), fc.nat(starts.length - 1), fc.nat(8)).map(([_, first, more]) => {
    const start = starts[first]?.index ?? 0;
    return { text, start, end: starts[Math.min(first + more, starts.length - 1)]?.end ?? text.length };
  });
});
const runs = { numRuns: 1500 };

test("a quote taken from a text with its surroundings stands there, or is ambiguous; exact is never elsewhere", () => {
  fc.assert(
    fc.property(drawn, ({ text, start, end }) => {
      const { quote, prefix, suffix } = quoteOf(text, { start, end });
      fc.pre(typographicFold(quote) !== "");
      const anchor = anchorOne(text, { exact: quote, prefix, suffix });
      expect(["exact", "ambiguous"]).toContain(anchor.placement);
      if (anchor.placement === "exact") expect({ start: anchor.start, end: anchor.end }).toEqual({ start, end });
    }),
    runs,
  );
});

test("with its position too it always stands there", () => {
  fc.assert(
    fc.property(drawn, ({ text, start, end }) => {
      const { quote, prefix, suffix } = quoteOf(text, { start, end });
      fc.pre(typographicFold(quote) !== "");
      const position = { start: [...text.slice(0, start)].length, end: [...text.slice(0, end)].length };
      const [proof, anchor] = anchorAll(text, [
        quoted({ exact: text, position: whole(text) }),
        quoted({ exact: quote, prefix, suffix, position }),
      ]);
      expect(proof?.placement).toBe("exact");
      if (anchor?.placement !== "ambiguous") expect(anchor).toMatchObject({ placement: "exact", start, end });
    }),
    runs,
  );
});

function whole(text: string) {
  return { start: 0, end: [...text].length };
}

test("exact is the quote under the fold, changed is not or goes on otherwise, and every place lies in the text and cuts no pair", () => {
  const selector = fc.record({
    exact: texts,
    prefix: texts,
    suffix: texts,
    position: fc.tuple(fc.nat(80), fc.nat(20)),
  });
  fc.assert(
    fc.property(texts, fc.array(selector, { maxLength: 4 }), (text, selectors) => {
      const anchors = anchorAll(
        text,
        selectors.map((one) =>
          quoted({ ...one, position: { start: one.position[0], end: one.position[0] + one.position[1] } }),
        ),
      );
      for (const [number, anchor] of anchors.entries()) {
        const places =
          anchor.placement === "ambiguous" ? anchor.candidates : anchor.placement === "lost" ? [] : [anchor];
        for (const { start, end, confidence } of places) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          expect(confidence > 0 && confidence <= 1).toBe(true);
        }
        const fold = typographicFold(selectors[number]?.exact ?? "");
        if (anchor.placement === "exact") expect(typographicFold(text.slice(anchor.start, anchor.end))).toBe(fold);
        if (anchor.placement === "changed" && typographicFold(text.slice(anchor.start, anchor.end)) === fold) {
          const { prefix = "", exact = "", suffix = "" } = selectors[number] ?? {};
          const older = {
            text: prefix + exact + suffix,
            span: { start: prefix.length, end: prefix.length + exact.length },
          };
          expect(goesOnOtherwise(older, { text, span: anchor })).toBe(true);
        }
      }
    }),
    runs,
  );
});
