import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { editionToPdf } from "#lib/formats/pdf/edition-pdf.ts";
import { fontsFor } from "#lib/formats/pdf/fonts.ts";
import { isTorn, lettersIn } from "#lib/formats/pdf/joined-letters.ts";
import { mergedFont } from "#lib/formats/pdf/merged-font.ts";
import { glyphsOf, outlinesOf, unitsOf } from "#lib/formats/pdf/sfnt.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";

/** Without white space and what has no shape: what is left are the letters, in their order. */
function letters(words: string): string {
  return words.normalize("NFC").replace(/[\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, "");
}

/** An edition that says the words in its title, article, statement, rationale and source. */
function editionIn(language: string, words: string) {
  const composed = composeText([draft(words), draft(words, "heading"), draft(words, "code")]);
  const source = { ...someEvidence.source, title: words };
  const evidence = [{ ...someEvidence, source, passage: words }];
  const verdict = someVerdict({ rationale: words });
  const claim = someClaim(1, { start: 0, end: words.length, quote: words, statement: words, verdict, evidence });
  return signedEdition(reportWith({ ...composed, title: words, language }, [claim]), { summary: words });
}

async function wordsIn(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  let words = "";
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    words += items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  await document.loadingTask.destroy();
  return letters(words);
}

test.each([
  ["he", "שָׁלוֹם, המועצה אמרה כי המעבורת הסיעה נוסעים ‎₪100"],
  ["hi", "हिन्दी में शिक्षा मंत्री ने कहा कि क्षेत्र के विद्यार्थियों की संख्या १२ प्रतिशत बढ़ी। र्\u200dय"],
  ["th", "รัฐบาลกล่าวว่าอัตราการว่างงานลดลงในปีที่แล้ว ญี่ปุ่น ฿ ๑๒๓"],
  ["ko", "정부는 작년 실업률이 하락했다고 발표했다 大韓民國"],
  ["en", "Fire 🔥 ❤️ 👩‍🚀 🚀 👨‍👩‍👧‍👦 👍🏿 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏳️‍🌈 1️⃣ #️⃣ ✔ ⚠️ → ≠ ★"],
])("%s: every letter has a font, in both kinds of PDF", async (language, words) => {
  for (const kind of ["ua", "archive"] as const) {
    const read = await wordsIn(await editionToPdf(editionIn(language, words), kind));
    expect(read).not.toContain("Nofonthere");
    for (const letter of new Set(letters(words))) expect(read, letter).toContain(letter);
  }
});

test("Korean, with Han letters in it, is read back in its order", async () => {
  const words = "정부는 작년 실업률이 하락했다고 발표했다 大韓民國";
  expect(await wordsIn(await editionToPdf(editionIn("ko", words), "ua"))).toContain(letters(words));
});

test("letters of scripts that no font has are boxes, named in a sentence", async () => {
  const read = await wordsIn(await editionToPdf(editionIn("en", "Gothic 𐌰𐌱 and தமிழ்"), "archive"));
  expect(read).toContain("Nofontherehastheseletters:U+0BA4,U+0BAE,U+0BB4,U+0BBF,U+0BCD,U+10330,U+10331");
});

test("a Latin text loads the Latin parts and nothing else", async () => {
  const { families, missing } = await fontsFor("The mayor’s “café” – naïve, Ærø, Straße.", "en");
  expect(missing).toEqual([]);
  expect(families).toEqual({
    serif: ["stet SourceSerif4 latin 1"],
    sans: ["stet IBMPlexSans latin 1"],
    mono: ["stet IBMPlexMono latin 1"],
  });
});

test("Han letters have the shapes of the article's language", async () => {
  for (const [language, family] of [
    ["ko", "KR"],
    ["ja", "JP"],
    ["zh", "SC"],
    ["en", "SC"],
  ] as const) {
    const { families } = await fontsFor("直骨", language);
    expect(
      families.serif.slice(1).every((name) => name.includes(`NotoSans${family}`)),
      language,
    ).toBe(true);
  }
});

test("letters with marks, pictures of several and flags are joined; what has no shape is none of their letters", () => {
  const { single, joined } = lettersIn("a ẹ́ 👩‍🚀 ❤️ 🇩🇪 1️⃣");
  expect(joined.map((one) => one.letters.map((point) => String.fromCodePoint(point)).join(""))).toEqual([
    "ẹ́",
    "👩🚀",
    "🇩🇪",
    "1\u20e3",
  ]);
  expect([single.has(0x2764), single.has(0x1f680), single.has(0x200d)]).toEqual([true, false, false]);
});

test("a group is torn by a font that has its end alone", () => {
  const [group] = lettersIn("q\u0323").joined;
  if (group === undefined) throw new Error("No group");
  const [base, mark, both] = [new Set([0x71]), new Set([0x323]), new Set([0x71, 0x323])];
  expect(isTorn(group, [base, both])).toBe(false);
  expect(isTorn(group, [mark, both])).toBe(true);
  expect(isTorn(group, [base, mark])).toBe(true);
  expect(isTorn({ ...group, isRtl: true }, [base, both])).toBe(true);
});

test.each([
  ["a letter and a mark of different parts", "q\u0323 m\u0300", "stet serif mixed"],
  ["a letter and a mark of one part, after another part with that mark", "ж ẹ́", "stet serif joined 0"],
  ["a picture of several, after a part with its end", "🚀 👩‍🚀", "stet serif joined 0"],
])("%s are in one font, tried first", async (_, text, first) => {
  const { families, missing } = await fontsFor(text, "en");
  expect(families.serif[0]).toBe(first);
  expect(missing).toEqual([]);
});

/** How many glyphs are drawn on the first page. */
async function drawnIn(bytes: Uint8Array): Promise<number> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const { fnArray, argsArray } = await (await document.getPage(1)).getOperatorList();
  const shown = fnArray.flatMap((operator, index) => (operator === OPS.showText ? [...argsArray[index][0]] : []));
  await document.loadingTask.destroy();
  return shown.filter((glyph) => typeof glyph === "object").length;
}

test.each([
  ["q", "q\u0323"],
  ["ж \u1EB9", "ж \u1EB9\u0301"],
  ["🚀 🚀", "🚀 🚀\u0301"],
])("no letter is lost under a mark that other fonts have: %j, %j", async (bare, marked) => {
  const [without, having] = [bare, marked].map((words) => editionToPdf(editionIn("en", `So ${words}.`), "ua"));
  if (without === undefined || having === undefined) throw new Error("No PDF");
  expect(await drawnIn(await having)).toBeGreaterThan(await drawnIn(await without));
});

test("fonts merged keep outlines and measures, composed glyphs too", async () => {
  const { blobs } = await fontsFor("é ж", "en");
  const has = (point: number) => blobs.find((font) => glyphsOf(font).has(point));
  const [latin, cyrillic] = [has(0xe9), has(0x436)];
  if (latin === undefined || cyrillic === undefined) throw new Error("No fonts");
  const naming = { family: "one", postScript: "one", weight: 400 };
  const merged = mergedFont(
    [
      { font: cyrillic, letters: [0x436] },
      { font: latin, letters: [0x69, 0xe9] },
    ],
    naming,
  );
  expect([...glyphsOf(merged).keys()]).toEqual([0x69, 0xe9, 0x436]);
  for (const [font, point] of [
    [latin, 0x69],
    [latin, 0xe9],
    [cyrillic, 0x436],
  ] as const) {
    const [before, after] = [glyphsOf(font).get(point) ?? 0, glyphsOf(merged).get(point) ?? 0];
    expect(outlinesOf(merged).at(after).length).toBeGreaterThan(10);
    expect(outlinesOf(merged).at(after).subarray(0, 10)).toEqual(outlinesOf(font).at(before).subarray(0, 10));
    expect(outlinesOf(merged).metrics(after)).toEqual(outlinesOf(font).metrics(before));
  }
});

test("pictures, which have other units, are scaled into a merged font, and need no box", async () => {
  const { families, blobs, missing } = await fontsFor("\u{1F525}\u0301", "en");
  expect([families.serif[0], missing]).toEqual(["stet serif mixed", []]);
  const burning = blobs.filter((font) => glyphsOf(font).has(0x1f525));
  const widths = burning.map((font) => {
    const glyph = glyphsOf(font).get(0x1f525) ?? 0;
    return outlinesOf(font).metrics(glyph).readUInt16BE(0) / unitsOf(font);
  });
  expect(new Set(widths.map((width) => width.toFixed(2))).size).toBe(1);
  expect(new Set(burning.map(unitsOf))).toEqual(new Set([1000, 2048]));
});
