import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceFrom, sentencesIn, sentenceUntil } from "#lib/domain/sentences.ts";
import type { Span } from "#lib/domain/span.ts";
import { type Stretching, stretchSpan } from "#lib/domain/stretch.ts";
import { wordFrom, wordUntil } from "#lib/domain/words.ts";

const pieces = fc.constantFrom(
  ..."The board bought two boats . ? ! Dr. J. U.S. z. B. No. 5 etc. 3.".split(" "),
  ..."“Yes.” (He) « Oui. » »Ja.« ' \" … ... 漢字。 かな！ 「はい。」 ภาษาไทย نعم؟ 👩‍👧. e\u0301. x".split(" "),
  "\u00A0",
  "\n",
  "  ",
);
const stretches = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(" "));
const runTogether = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(""));
const languages = fc.constantFrom("en", "de", "fr", "ja", "th", "ar", "und", "no such tag");

const wordsIn = (text: string) => walk((offset) => wordFrom(text, offset));

function walk(next: (offset: number) => Span | null): Span[] {
  const found: Span[] = [];
  for (let unit = next(0); unit !== null; unit = next(unit.end)) found.push(unit);
  return found;
}

function between(text: string, units: readonly Span[]): string[] {
  const starts = [0, ...units.map(({ end }) => end)];
  return starts.map((start, index) => text.slice(start, units[index]?.start ?? text.length));
}

test("sentences are in order and apart, and only white space lies between them", () => {
  fc.assert(
    fc.property(fc.oneof(stretches, runTogether), languages, (text, language) => {
      const sentences = sentencesIn(text, language);
      for (const gap of between(text, sentences)) expect(gap.trim()).toBe("");
      for (const { start, end } of sentences) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      expect(
        between(text, sentences)
          .flatMap((gap, at) => [gap, slice(text, sentences[at])])
          .join(""),
      ).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test("words are in order and apart, no letter or digit lies between them, and with what does they are the text", () => {
  fc.assert(
    fc.property(fc.oneof(stretches, runTogether), (text) => {
      const words = wordsIn(text);
      for (const gap of between(text, words)) expect(gap).not.toMatch(/[\p{L}\p{N}]/u);
      expect(
        between(text, words)
          .flatMap((gap, at) => [gap, slice(text, words[at])])
          .join(""),
      ).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

const slice = (text: string, span: Span | undefined) => (span === undefined ? "" : text.slice(span.start, span.end));

test("a sentence is the same from wherever one asks, in a long paragraph too", () => {
  const long = fc.array(stretches, { minLength: 1, maxLength: 40 }).map((list) => list.join(" The harbour is calm. "));
  fc.assert(
    fc.property(long, fc.nat(), languages, (text, at, language) => {
      const sentences = sentencesIn(text, language);
      const offset = text.length === 0 ? 0 : at % text.length;
      expect(sentenceFrom(text, offset, language)).toEqual(sentences.find(({ end }) => end > offset) ?? null);
      expect(sentenceUntil(text, offset, language)).toEqual(sentences.findLast(({ start }) => start < offset) ?? null);
    }),
    { numRuns: 400 },
  );
});

test("a word before an offset is the one that a walk from the start finds", () => {
  fc.assert(
    fc.property(fc.oneof(stretches, runTogether), fc.nat(), (text, at) => {
      const offset = text.length === 0 ? 0 : at % text.length;
      const inside = wordsIn(text).findLast(({ start }) => start < offset) ?? null;
      expect(wordUntil(text, offset)).toEqual(inside);
    }),
  );
});

test("cut piece by piece, a paragraph has the sentences that it has as a whole", () => {
  const whole = new Intl.Segmenter("en", { granularity: "sentence" });
  const sentence = fc
    .array(fc.constantFrom("harbour", "Boats", "212", "(board)", "1.9", "“quay”", "é", "Ω"), {
      minLength: 1,
      maxLength: 25,
    })
    .map((list) => `Then ${list.join(" ")} left. `);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 60, maxLength: 160 }), (list) => {
      const text = list.join("");
      const expected = [...whole.segment(text)].map(({ segment }) => segment.trim());
      expect(sentencesIn(text, "en").map((span) => slice(text, span))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

const cases: readonly [string, readonly string[]][] = [
  ["en", ["Sen. Smith met Dr. Meyer on Nov. 3.", "He left."]],
  ["en", ["The U.S. Army came.", "So did the U.S.", "They met J. R. Tolkien in Washington D.C. Office 5."]],
  ["en", ["It was No. 5 Fleet Street.", "He said no.", "Five left."]],
  ["en", ["Boats, nets, etc. Norwegians sold them.", "Boats, nets, etc.", "The rest stayed."]],
  ["en", ["“Really?” he asked.", "“Yes.”", "(See p. 5.)", "Then what?", "That!"]],
  [
    "en",
    ["It cost $1.9 million.", "A Version 2.0 came at 5 p.m. Monday.", "At 6 a.m. it went.", "Well...", "Then it came."],
  ],
  [
    "de",
    [
      "Viele, z. B. Fischer, kamen am 5. Mai.",
      "Dr. Meyer (d. h. Herr Meyer) ging um 8 Uhr.",
      "Es waren 12.",
      "Der Rest blieb.",
    ],
  ],
  ["de", ["»Guten Tag.«", "»Wie geht es?«, fragte er.", "„Gut.“", "Das war Nr. 5."]],
  ["fr", ["« Oui. »", "« Non ! » dit M. Dupont.", "Mme. Martin partit."]],
  ["ja", ["船を買った。", "「はい。」", "二隻だ！", "本当？"]],
  ["ar", ["اشترى المجلس قاربين.", "هل غرق؟", "لا."]],
];

test.each(cases)(
  "%s: an abbreviation, an initial, a number or a quotation ends no sentence: %j",
  (language, sentences) => {
    const text = sentences.join(language === "ja" ? "" : " ");
    expect(sentencesIn(text, language).map((span) => slice(text, span))).toEqual(sentences);
  },
);

test("a span grows and shrinks by units, never beyond the text and never to nothing", () => {
  const how = fc.constantFrom<Stretching>("more-after", "less-after", "more-before", "less-before");
  fc.assert(
    fc.property(stretches, fc.nat(), fc.nat(), fc.array(how, { maxLength: 12 }), (text, a, b, steps) => {
      const first = wordFrom(text, text.length === 0 ? 0 : Math.min(a, b) % text.length);
      if (first === null) return;
      let span: Span = first;
      for (const step of steps) {
        const next = stretchSpan(span, step, {
          from: (offset) => wordFrom(text, offset),
          until: (offset) => wordUntil(text, offset),
        });
        expect(next.start).toBeGreaterThanOrEqual(0);
        expect(next.end).toBeLessThanOrEqual(text.length);
        expect(next.end).toBeGreaterThan(next.start);
        if (step.startsWith("more")) expect(next.end - next.start).toBeGreaterThanOrEqual(span.end - span.start);
        else expect(next.end - next.start).toBeLessThanOrEqual(span.end - span.start);
        span = next;
      }
    }),
  );
});

test("one more and one less give the same words back", () => {
  const text = "The board bought two boats in 2021.";
  const units = {
    from: (offset: number) => wordFrom(text, offset),
    until: (offset: number) => wordUntil(text, offset),
  };
  const span = { start: 4, end: 16 };
  const more = stretchSpan(span, "more-after", units);
  expect(text.slice(more.start, more.end)).toBe("board bought two");
  expect(stretchSpan(more, "less-after", units)).toEqual(span);
  expect(stretchSpan(stretchSpan(span, "more-before", units), "less-before", units)).toEqual(span);
  const whole = { start: 0, end: text.length };
  expect(stretchSpan(whole, "less-after", units).end).toBe(text.indexOf(" 2021"));
});

test("ten million units in one paragraph are no matter", () => {
  const paragraphs = [
    "The board bought two boats in 2021. ".repeat(280_000),
    "word ".repeat(2_000_000),
    "เรือ".repeat(2_500_000),
  ];
  for (const text of paragraphs) {
    const middle = text.length >> 1;
    const sentence = sentenceFrom(text, middle, "en");
    expect(sentence !== null && sentence.end > middle && sentence.end - sentence.start < 40_000).toBe(true);
    expect(sentenceUntil(text, middle, "en")).not.toBeNull();
    expect(wordFrom(text, middle)).not.toBeNull();
  }
});
