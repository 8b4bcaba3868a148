import { expect, test } from "vitest";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { aligned, fateOf, fatesOf, filler, paragraphs } from "#tests/support/placed-quotes.ts";

const [opening, second, third, fourth, fifth, sixth, seventh, closing] = filler;

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
  const alignment = aligned(older, newer);
  const placed = placeSpan(alignment, { start, end: start + "Robin".length });
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
