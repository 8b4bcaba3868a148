import { expect, test } from "vitest";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { aligned, fateOf, fatesOf, filler, paragraphs } from "#tests/support/placed-quotes.ts";

const [opening, second, third, fourth, , sixth, , closing] = filler;

test("typography and white space change no words", () => {
  const older = paragraphs(
    opening,
    `She said, "don't touch the 3-metre beam..." and left - at once. ${second}`,
    "An office of final efficiency.",
  );
  const said =
    "She said, \u201Cdon\u2019t touch\u00A0the 3\u2011metre\nbeam\u2026\u201D and left \u2014 at\u00AD once.";
  const newer = `${opening}\r\n \n${said} ${second}\nAn o\uFB03ce of \uFB01nal e\uFB03ciency.`;
  const quoted = `"don't touch the 3-metre beam..."`;
  const [sentence, office] = fatesOf(older, newer, [quoted, "An office of final efficiency."]);
  expect(sentence).toMatchObject({ placement: "exact" });
  expect(sentence?.words).toBe("\u201Cdon\u2019t touch\u00A0the 3\u2011metre\nbeam\u2026\u201D");
  expect(office).toMatchObject({ placement: "exact", words: "An o\uFB03ce of \uFB01nal e\uFB03ciency." });
});

test("the first and the last words of a text are found with exact ends", () => {
  const older = paragraphs(...filler);
  const newer = older.replace(fourth, "Somebody struck this line out.").replace("a second book", "another ledger");
  expect(fateOf(older, newer, "The harbour office keeps")).toMatchObject({ placement: "exact", start: 0 });
  expect(fateOf(older, newer, "of the broken pier.")).toMatchObject({
    placement: "exact",
    words: "of the broken pier.",
    start: newer.length - "of the broken pier.".length,
  });
});

test("of ten thousand equal sentences each stays where it is but the changed one", () => {
  const sentence = "The committee approved the minutes without a vote.";
  const list = Array.from({ length: 10_000 }, () => sentence);
  const older = list.join(" ");
  const changed = "The committee approved the budget without a vote.";
  const newer = list.with(5_000, changed).join(" ");
  const alignment = aligned(older, newer);
  const step = sentence.length + 1;
  const at = (number: number) => placeSpan(alignment, { start: number * step, end: number * step + sentence.length });
  expect(at(0)).toMatchObject({ placement: "exact", start: 0 });
  expect(at(4_999)).toMatchObject({ placement: "exact", start: 4_999 * step });
  expect(at(5_000)).toMatchObject({ placement: "changed", start: 5_000 * step, end: 5_000 * step + changed.length });
  expect(at(9_999)).toMatchObject({ placement: "exact", end: newer.length });
});

test("texts with nothing in common lose everything", () => {
  const word = (letters: string, number: number) =>
    [...number.toString(20).padStart(4, "0")].map((digit) => letters.charAt(Number.parseInt(digit, 20))).join("");
  const made = (letters: string) =>
    Array.from({ length: 60_000 }, (_, at) => word(letters, (at * 7919) % 160_000)).join(" ");
  const [older, newer] = [made("abcdefghijklmnopqrst"), made("абвгдежзийклмнопрсту")];
  const alignment = aligned(older, newer);
  const placed = Array.from({ length: 1_000 }, (_, at) =>
    placeSpan(alignment, { start: at * 250, end: at * 250 + 60 }),
  );
  expect(new Set(placed.map(({ placement }) => placement))).toEqual(new Set(["lost"]));
});

test("emoji, combining marks and scripts without spaces keep their ends", () => {
  const lines = [
    "Die Familie 👨‍👩‍👧‍👦 feierte 🇩🇪🇫🇷 am Abend 👍🏽.",
    "Le cafe\u0301 e\u0301tait ferme\u0301 depuis l'e\u0301te\u0301.",
    "قال المدير إن NATO نشرت التقرير في 2024 كاملًا.",
    "คณะกรรมการเห็นชอบรายงานประจำปีเมื่อวันศุกร์",
    "市议会星期二晚上批准了新的桥梁预算。",
  ];
  const older = paragraphs(opening, ...lines, closing);
  const newer = paragraphs(second, opening, third, ...lines, closing, sixth);
  const fates = fatesOf(older, newer, lines);
  expect(fates.map(({ placement }) => placement)).toEqual(lines.map(() => "exact"));
  expect(fates.map(({ words }) => words)).toEqual(lines);
});

test("a word inside Thai, Chinese and Arabic text is found after an edit beside it", () => {
  const older = paragraphs(
    opening,
    "คณะกรรมการเห็นชอบรายงานประจำปีเมื่อวันศุกร์",
    "市议会星期二晚上批准了新的桥梁预算。",
    "قال المدير إن NATO نشرت التقرير في 2024 كاملًا.",
    closing,
  );
  const newer = older.replace("วันศุกร์", "วันจันทร์").replace("星期二", "星期五").replace("2024", "2025");
  const fates = fatesOf(older, newer, [
    "เห็นชอบรายงานประจำปี",
    "批准了新的桥梁预算",
    "إن NATO نشرت التقرير",
    "星期二晚上",
  ]);
  expect(fates.map(({ placement }) => placement)).toEqual(["exact", "exact", "exact", "changed"]);
  expect(fates.map(({ words }) => words)).toEqual([
    "เห็นชอบรายงานประจำปี",
    "批准了新的桥梁预算",
    "إن NATO نشرت التقرير",
    "星期五晚上",
  ]);
});

test("composed and decomposed letters are the same words", () => {
  const older = paragraphs(opening, "Le café était fermé depuis l'été dernier.", closing);
  const newer = older.normalize("NFD");
  expect(fateOf(older, newer, "était fermé depuis")).toMatchObject({
    placement: "exact",
    words: "était fermé depuis".normalize("NFD"),
  });
});

test("spans at the very ends, and over the whole text, are placed", () => {
  const older = paragraphs(opening, second, third);
  const newer = paragraphs(opening, second.replace("second", "separate"), third);
  const alignment = aligned(older, newer);
  const place = (start: number, end: number) => placeSpan(alignment, { start, end });
  expect(place(0, 3)).toMatchObject({ placement: "exact", start: 0, end: 3 });
  expect(place(older.length - 1, older.length)).toMatchObject({ start: newer.length - 1, end: newer.length });
  expect(place(0, older.length)).toMatchObject({ placement: "changed", start: 0, end: newer.length });
  expect(place(0, 0).placement).toBe("lost");
  expect(place(older.length, older.length).placement).toBe("lost");
});

test("empty texts are texts", () => {
  const between = (older: string, newer: string, end: number) => placeSpan(aligned(older, newer), { start: 0, end });
  expect(between("", "", 0)).toMatchObject({ placement: "lost", near: 0 });
  expect(between(opening, "", 10)).toMatchObject({ placement: "lost", near: 0 });
  expect(between("", opening, 0)).toMatchObject({ placement: "lost" });
  expect(between(" \n ", " ", 3)).toMatchObject({ placement: "lost" });
});

test("in an unchanged text every quote is exact and sure", () => {
  const text = paragraphs(...filler);
  const alignment = aligned(text, text);
  for (const quote of filler) {
    const start = text.indexOf(quote);
    const end = start + quote.length;
    expect(placeSpan(alignment, { start, end })).toEqual({ placement: "exact", start, end, confidence: 1 });
  }
});

test("a quote inside one word keeps its letters, and changes with the word", () => {
  const older = paragraphs(opening, "It was an unbelievable figure, the auditors wrote.", closing);
  expect(fateOf(older, `${second} ${older}`, "believ")).toMatchObject({ placement: "exact", words: "believ" });
  const doubted = older.replace("unbelievable", "doubtful");
  expect(fateOf(older, doubted, "believ")).toMatchObject({ placement: "changed", words: "doubtful" });
});

test("a span that takes white space with it stands on the words alone", () => {
  const older = paragraphs(opening, second, third);
  const newer = paragraphs(fourth, older);
  expect(fateOf(older, newer, `\n\n${second} `.trimEnd())).toMatchObject({ placement: "exact", words: second });
});
