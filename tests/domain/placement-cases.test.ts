import { expect, test } from "vitest";
import { alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import type { PlacedSpan } from "#lib/domain/placement.ts";

/** What became of a quote: its placement, and the words it stands on now, null when lost. */
type Fate = {
  readonly placement: PlacedSpan["placement"];
  readonly words: string | null;
  readonly start: number | null;
};

const filler = [
  "The harbour office keeps a ledger of every ship that entered since 1874.",
  "Two clerks copy the figures into a second book each evening.",
  "Nobody could say why the pages for March were missing.",
  "A retired pilot remembered fog, and a dredger that lay across the channel.",
  "The insurance company paid in full and asked no questions.",
  "Prices for coal rose by a fifth before the thaw came.",
  "Some families left the town for good; others rented their attics to strangers.",
  "In the archive of the parish there is a drawing of the broken pier.",
] as const;
const [opening, second, third, fourth, fifth, sixth, seventh, closing] = filler;

function fatesOf(older: string, newer: string, quotes: readonly string[]): Fate[] {
  const aligned = alignTexts(older, newer);
  if (!aligned.ok) throw new Error(aligned.error);
  return quotes.map((quote) => {
    const start = older.indexOf(quote);
    expect(start, `"${quote}" stands in the older text`).toBeGreaterThanOrEqual(0);
    const placed = placeSpan(aligned.value, { start, end: start + quote.length });
    const words = placed.placement === "lost" ? null : newer.slice(placed.start, placed.end);
    return { placement: placed.placement, words, start: placed.start };
  });
}

function fateOf(older: string, newer: string, quote: string): Fate {
  const [fate] = fatesOf(older, newer, [quote]);
  if (fate === undefined) throw new Error("no answer");
  return fate;
}

const paragraphs = (...list: readonly string[]) => list.join("\n\n");

test("a deleted passage is lost, never the passage beside it that reads nearly the same", () => {
  const alpha = "Team Alpha finished the survey in nine days.";
  const beta = "Team Beta finished the survey in nine days.";
  const older = paragraphs(opening, `${second} ${alpha} ${beta} ${third}`, fourth);
  const newer = paragraphs(opening, `${second} ${beta} ${third}`, fourth);
  const [gone, kept] = fatesOf(older, newer, [alpha, beta]);
  expect(gone).toMatchObject({ placement: "lost" });
  expect(kept).toMatchObject({ placement: "exact", words: beta });
});

test("a deleted name is lost, never the other name in the same frame", () => {
  const older = "Team Alpha was founded in 2001. Team Beta was founded in 2001.";
  const newer = "Team Beta was founded in 2001.";
  const [gone, kept] = fatesOf(older, newer, ["Team Alpha was founded in 2001.", "Team Beta was founded in 2001."]);
  expect(gone).toMatchObject({ placement: "lost" });
  expect(kept).toMatchObject({ placement: "exact", start: 0 });
});

test("a single word that was replaced is changed, at its place, never its twin elsewhere", () => {
  const older = paragraphs(
    opening,
    "Robin opened the gate at dawn.",
    third,
    "At noon the keys were with Robin again.",
    fourth,
  );
  const newer = older.replace("with Robin again", "with Elisa again");
  const start = older.lastIndexOf("Robin");
  const aligned = alignTexts(older, newer);
  if (!aligned.ok) throw new Error(aligned.error);
  const placed = placeSpan(aligned.value, { start, end: start + "Robin".length });
  expect(placed).toMatchObject({ placement: "changed", start, end: start + "Elisa".length });
  expect(fateOf(older, newer, "Robin")).toMatchObject({ placement: "exact", start: older.indexOf("Robin") });
});

test("a paragraph inserted before everything moves no claim", () => {
  const older = paragraphs(...filler);
  const added = "This text was corrected on Friday; the first version gave a wrong date.";
  const fates = fatesOf(older, paragraphs(added, ...filler), filler);
  expect(fates.map(({ placement }) => placement)).toEqual(filler.map(() => "exact"));
  expect(fates.map(({ words }) => words)).toEqual([...filler]);
});

test("of two paragraphs that changed places one moved, and both are found", () => {
  const older = paragraphs(opening, `${second} ${third}`, `${fourth} ${fifth} ${sixth}`, closing);
  const newer = paragraphs(opening, `${fourth} ${fifth} ${sixth}`, `${second} ${third}`, closing);
  const fates = fatesOf(older, newer, [second, fifth]);
  expect(fates.map(({ words }) => words)).toEqual([second, fifth]);
  expect(fates.map(({ placement }) => placement).toSorted()).toEqual(["exact", "moved"]);
});

test("in a moved paragraph the quote that kept its words moved, the edited one changed", () => {
  const moving = `${third} ${fourth} ${fifth}`;
  const edited = fourth.replace("dredger", "barge");
  const older = paragraphs(opening, moving, second, sixth, seventh, closing);
  const newer = paragraphs(opening, second, sixth, seventh, closing, moving.replace(fourth, edited));
  const [kept, touched, after] = fatesOf(older, newer, [third, fourth, fifth]);
  expect(kept).toMatchObject({ placement: "moved", words: third });
  expect(touched).toMatchObject({ placement: "changed", words: edited });
  expect(after).toMatchObject({ placement: "moved", words: fifth });
});

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

test("a deleted sentence takes nothing from the next one that begins with the same word", () => {
  const [kept, gone] = fatesOf("The cat sat. The dog ran.", "The dog ran.", ["The dog ran.", "The cat sat."]);
  expect(kept).toMatchObject({ placement: "exact", start: 0, words: "The dog ran." });
  expect(gone).toMatchObject({ placement: "lost" });
});

test("the same inside a longer text", () => {
  const older = paragraphs(opening, `${second} The cat sat. The dog ran. ${third}`, fourth);
  const newer = paragraphs(opening, `${second} The dog ran. ${third}`, fourth);
  const [kept, gone] = fatesOf(older, newer, ["The dog ran.", "The cat sat."]);
  expect(kept).toMatchObject({ placement: "exact", words: "The dog ran." });
  expect(gone).toMatchObject({ placement: "lost" });
});

test("a sentence split by an insertion is changed and reaches from its first word to its last", () => {
  const older = paragraphs(opening, fourth, fifth);
  const split = fourth.replace("fog, and", "fog as thick as wool that hung over the bay for a week, and");
  expect(fateOf(older, paragraphs(opening, split, fifth), fourth)).toMatchObject({
    placement: "changed",
    words: split,
  });
});

test("a quote over the border of two paragraphs stays exact when they are joined", () => {
  const older = paragraphs(opening, second, third);
  const newer = paragraphs(opening, `${second} ${third}`);
  const across = fateOf(older, newer, `${second}\n\n${third}`);
  expect(across).toMatchObject({ placement: "exact", words: `${second} ${third}` });
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
  const aligned = alignTexts(older, newer);
  if (!aligned.ok) throw new Error(aligned.error);
  const step = sentence.length + 1;
  const at = (number: number) =>
    placeSpan(aligned.value, { start: number * step, end: number * step + sentence.length });
  expect(at(0)).toMatchObject({ placement: "exact", start: 0 });
  expect(at(4_999)).toMatchObject({ placement: "exact", start: 4_999 * step });
  expect(at(5_000)).toMatchObject({ placement: "changed", start: 5_000 * step, end: 5_000 * step + changed.length });
  expect(at(9_999)).toMatchObject({ placement: "exact", end: newer.length });
});

test("texts with nothing in common lose everything, and quickly", () => {
  const word = (letters: string, number: number) =>
    [...number.toString(20).padStart(4, "0")].map((digit) => letters.charAt(Number.parseInt(digit, 20))).join("");
  const made = (letters: string) =>
    Array.from({ length: 60_000 }, (_, at) => word(letters, (at * 7919) % 160_000)).join(" ");
  const [older, newer] = [made("abcdefghijklmnopqrst"), made("абвгдежзийклмнопрсту")];
  const began = performance.now();
  const aligned = alignTexts(older, newer);
  if (!aligned.ok) throw new Error(aligned.error);
  const placed = Array.from({ length: 1_000 }, (_, at) =>
    placeSpan(aligned.value, { start: at * 250, end: at * 250 + 60 }),
  );
  expect(performance.now() - began).toBeLessThan(3_000);
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

test("words that stayed are exact although both neighbours were replaced", () => {
  const older = paragraphs(opening, `${second} ${fourth} ${fifth}`, closing);
  const newer = paragraphs(opening, `Both books burned in 1911. ${fourth} Their ashes filled a jar.`, closing);
  expect(fateOf(older, newer, fourth)).toMatchObject({ placement: "exact", words: fourth });
});

test("a copy put before the untouched original leaves the claim at the original", () => {
  const older = paragraphs(opening, second, `${third} ${fourth} ${fifth}`, closing);
  const newer = paragraphs(fourth, older);
  expect(fateOf(older, newer, fourth)).toMatchObject({
    placement: "exact",
    start: newer.lastIndexOf(fourth),
    words: fourth,
  });
});

test("a copy put elsewhere does not take the claim from an original that was edited", () => {
  const older = paragraphs(opening, second, `${third} ${fourth} ${fifth}`, sixth, seventh, closing);
  const edited = fourth.replace("dredger", "barge");
  const newer = paragraphs(opening, second, `${third} ${edited} ${fifth}`, sixth, fourth, seventh, closing);
  expect(fateOf(older, newer, fourth)).toMatchObject({ placement: "changed", words: edited });
});

test("nor from an original that was edited and moved with its paragraph", () => {
  const edited = fourth.replace("a dredger", "the old barge").replace("across", "athwart");
  const older = paragraphs(`${opening} ${third} ${fourth} ${fifth}`, second, sixth, `${seventh} ${closing}`);
  const newer = paragraphs(
    `${second} ${fourth}`,
    sixth,
    `${seventh} ${closing}`,
    `${opening} ${third} ${edited} ${fifth}`,
  );
  const [touched, part] = fatesOf(older, newer, [fourth, "that lay across the channel"]);
  expect(touched).toMatchObject({ placement: "changed", words: edited });
  expect(part).toMatchObject({ placement: "changed", words: "that lay athwart the channel" });
});

test("a sentence that was cut and pasted elsewhere moved", () => {
  const older = paragraphs(opening, second, `${third} ${fourth} ${fifth}`, sixth, seventh, closing);
  const newer = paragraphs(opening, second, `${third} ${fifth}`, sixth, `${seventh} ${fourth}`, closing);
  expect(fateOf(older, newer, fourth)).toMatchObject({ placement: "moved", words: fourth });
});

test("a deleted short sentence is lost although an identical one stands elsewhere", () => {
  const older = paragraphs(
    opening,
    `${second} It was closed.`,
    third,
    fourth,
    `${fifth} It was closed. ${sixth}`,
    closing,
  );
  const newer = paragraphs(opening, second, third, fourth, `${fifth} It was closed. ${sixth}`, closing);
  expect(fateOf(older, newer, "It was closed.")).toMatchObject({ placement: "lost" });
});

test("a deleted sentence is lost although its words stand about in other sentences", () => {
  const gone = "The clerks of the parish paid for coal.";
  const older = paragraphs(...filler.slice(0, 4), gone, ...filler.slice(4));
  expect(fateOf(older, paragraphs(...filler), gone)).toMatchObject({ placement: "lost" });
});

test("spans at the very ends, and over the whole text, are placed", () => {
  const older = paragraphs(opening, second, third);
  const newer = paragraphs(opening, second.replace("second", "separate"), third);
  const aligned = alignTexts(older, newer);
  if (!aligned.ok) throw new Error(aligned.error);
  const place = (start: number, end: number) => placeSpan(aligned.value, { start, end });
  expect(place(0, 3)).toMatchObject({ placement: "exact", start: 0, end: 3 });
  expect(place(older.length - 1, older.length)).toMatchObject({ start: newer.length - 1, end: newer.length });
  expect(place(0, older.length)).toMatchObject({ placement: "changed", start: 0, end: newer.length });
  expect(place(0, 0).placement).toBe("lost");
  expect(place(older.length, older.length).placement).toBe("lost");
});

test("empty texts are texts", () => {
  const between = (older: string, newer: string, end: number) => {
    const aligned = alignTexts(older, newer);
    return aligned.ok ? placeSpan(aligned.value, { start: 0, end }) : aligned.error;
  };
  expect(between("", "", 0)).toMatchObject({ placement: "lost", near: 0 });
  expect(between(opening, "", 10)).toMatchObject({ placement: "lost", near: 0 });
  expect(between("", opening, 0)).toMatchObject({ placement: "lost" });
  expect(between(" \n ", " ", 3)).toMatchObject({ placement: "lost" });
});

test("in an unchanged text every quote is exact and sure", () => {
  const text = paragraphs(...filler);
  const aligned = alignTexts(text, text);
  if (!aligned.ok) throw new Error(aligned.error);
  for (const quote of filler) {
    const start = text.indexOf(quote);
    const end = start + quote.length;
    expect(placeSpan(aligned.value, { start, end })).toEqual({ placement: "exact", start, end, confidence: 1 });
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
