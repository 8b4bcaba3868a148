import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { CodePoints } from "#lib/domain/anchoring/code-points.ts";
import { checkSpan } from "#lib/domain/span.ts";
import { composeText } from "#lib/domain/text.ts";
import { readAnnotationsFile } from "#lib/formats/annotations/read-annotations.ts";
import { editionToAnnotations } from "#lib/formats/linked-data/edition-annotations.ts";
import { readEditionAnnotations } from "#lib/formats/linked-data/read-edition-annotations.ts";
import { modelProblems } from "#tests/formats/annotation-model.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";

const sentences = fc.constantFrom(
  "The rate rose by four percent.",
  "Nobody 👩‍👩‍👧 said 😀 so.",
  "ارتفع المعدل بنسبة أربعة بالمئة.",
  "价格上涨了百分之四。",
  "Ça a été dit à Noe\u0308l, k\u0323\u0307ein Wort.",
  "🇩🇪🇫🇷 flags, क्षत्रिय and \u{1D54F}\u{20BB7}.",
  "“Rose”, they said\u00A0- again…",
);
const paragraphs = fc.array(fc.array(sentences, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
const words = fc.oneof(sentences, fc.string({ unit: "binary", maxLength: 40 }));

const drawn = fc.record({
  paragraphs,
  places: fc.array(fc.tuple(fc.nat(), fc.nat(60)), { minLength: 1, maxLength: 8 }),
  said: words,
  rationale: words,
  note: words,
  passage: words,
  describedAs: words,
});

test("spans, words, verdicts and evidence come back as they were, in any script", () => {
  fc.assert(
    fc.property(drawn, ({ paragraphs: written, places, ...said }) => {
      const composed = composeText(written.map((paragraph) => draft(paragraph.join(" "))));
      const { text, blocks } = composed;
      const spans = places
        .map(([from, length]) => ({
          start: from % text.length,
          end: Math.min(text.length, (from % text.length) + 1 + length),
        }))
        .filter((span) => checkSpan(text, blocks, span).ok);
      const claims = spans.map((span, index) =>
        someClaim(index + 1, {
          ...span,
          quote: text.slice(span.start, span.end),
          statement: said.said,
          claimant: said.note,
          verdict: someVerdict({ rationale: said.rationale, definition: said.note }),
          evidence: [
            { ...someEvidence, note: said.note, passage: said.passage },
            { confidential: true, stance: "context", kind: "expert", describedAs: said.describedAs },
          ],
        }),
      );
      const file = editionToAnnotations(signedEdition(reportWith(composed, claims)));
      expect(modelProblems(JSON.parse(file))).toEqual([]);

      const foreign = readAnnotationsFile(new TextEncoder().encode(file));
      const passages = (foreign.ok ? foreign.value : []).filter(({ ways }) => ways.length > 0);
      const anchors = anchorAnnotations(text, passages);
      expect((anchors.ok ? anchors.value : []).map(({ start, end, placement }) => ({ start, end, placement }))).toEqual(
        spans.map((span) => ({ ...span, placement: "exact" })),
      );

      const reading = readEditionAnnotations(file);
      if (!reading.ok) throw new Error(reading.error);
      const points = new CodePoints(text);
      for (const [index, claim] of reading.value.claims.entries()) {
        const { start, end } = spans[index] ?? { start: -1, end: -1 };
        expect(claim.passage.exact).toBe(text.slice(start, end));
        expect([...text].slice(claim.passage.start ?? -1, claim.passage.end ?? -1).join("")).toBe(
          text.slice(start, end),
        );
        expect(claim.passage.start).toBe(points.codePointOf(start));
        expect(claim.statement).toBe(kept(said.said));
        expect(claim.verdict).toMatchObject({ rationale: kept(said.rationale), definition: said.note });
        const [named, hidden] = claim.evidence;
        expect(named).toMatchObject({ note: kept(said.note), passage: { exact: kept(said.passage) } });
        expect(hidden).toMatchObject({ confidential: true, describedAs: kept(said.describedAs) });
      }
      expect(reading.value.claims).toHaveLength(spans.length);
    }),
    { numRuns: 200 },
  );
});

/** Words that are white space alone are no words. */
function kept(text: string): string {
  return text.trim() === "" ? "" : text;
}
