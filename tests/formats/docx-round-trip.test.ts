import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockDraft } from "#lib/domain/block.ts";
import { blockTypes } from "#lib/domain/block.ts";
import type { SignedEdition } from "#lib/domain/edition.ts";
import type { ReportClaim } from "#lib/domain/report.ts";
import { composeNoted, composeText } from "#lib/domain/text.ts";
import { editionToDocx } from "#lib/formats/docx/edition-docx.ts";
import { readDocx } from "#lib/formats/import/word/read-docx.ts";
import { spansOf } from "#lib/formats/report/article-pieces.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { expectSoundPackage } from "#tests/formats/docx-parts.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, emptyReport, reportWith, sampleReport, someClaim, someVerdict } from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";
import { taken } from "#tests/formats/word-reading.ts";

/** Blocks, text and the claims with a place, "start–end: first line of the comment", as a reader finds them. */
async function readBack(signed: SignedEdition) {
  const bytes = await editionToDocx(signed);
  await expectSoundPackage(bytes);
  const { blocks, notes, metadata } = taken(await readDocx(bytes, { changes: "show" }));
  const composed = composeNoted(blocks);
  const comments = notes.filter(({ kind }) => kind === "comment");
  const claims = comments.flatMap(({ id, text }) => {
    const spans = composed.notes.get(id) ?? [];
    if (spans.length === 0) return [];
    const start = Math.min(...spans.map((span) => span.start));
    const end = Math.max(...spans.map((span) => span.end));
    return [`${start}–${end}: ${/^Claim \d+/u.exec(text)?.[0]}`];
  });
  return { ...composed, claims: claims.toSorted(), comments, metadata };
}

/** The same of the edition itself. */
function written({ edition }: SignedEdition) {
  const { text, blocks } = edition.report.article;
  const claims = spansOf(text, edition.report.claims).map(({ id, start, end }) => `${start}–${end}: Claim ${id}`);
  return { text, blocks, claims: claims.toSorted() };
}

async function expectSame(signed: SignedEdition): Promise<void> {
  const [again, first] = [await readBack(signed), written(signed)];
  expect(again.text).toBe(first.text);
  expect(again.claims).toEqual(first.claims);
  expect(again.comments.length).toBe(signed.edition.report.claims.length);
  expect(again.blocks.map(({ type, level, dir }) => [type, level, dir])).toEqual(
    first.blocks.map(({ type, level, dir }) => [type, level, dir]),
  );
}

const words = fc.oneof(
  fc.constantFrom(
    "flood",
    "بلغ ارتفاع المياه",
    "水位は四メートル",
    "👩‍👩‍👧‍👦",
    "é",
    "שלום",
    "1911",
    "a < b & c",
    "x²",
    "“so”",
  ),
  fc.constantFrom(...hostileWords.filter(({ length }) => length < 100)),
  fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.replaceAll("\u00AD", "")),
);
const mark = fc.constantFrom(
  { type: "emphasis" as const },
  { type: "strong" as const },
  { type: "superscript" as const },
  { type: "link" as const, href: "https://a.example/?q=1&r=%22" },
);
const run = fc.record({ text: words.map((each) => `${each} `), marks: fc.uniqueArray(mark, { maxLength: 2 }) });
const block: fc.Arbitrary<BlockDraft> = fc.record({
  type: fc.constantFrom(...blockTypes),
  level: fc.integer({ min: 1, max: 6 }),
  runs: fc.array(run, { minLength: 1, maxLength: 4 }),
});
const cells = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => draft(all.join("\t"), "table-row"));
const listing = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => draft(all.join("\n\t"), "code"));
const article = fc.array(fc.oneof(block, cells, listing), { minLength: 1, maxLength: 10 }).map(composeText);

/** Offsets between what a reader sees as characters: nothing else can be selected. */
function borders(text: string): number[] {
  const segments = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
  return [...segments.map(({ index }) => index), text.length];
}

const edition = fc.tuple(article, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 })).map(([composed, ends]) => {
  const places = borders(composed.text);
  const claims = ends.map(([a, b], index): ReportClaim => {
    const [start = 0, end = 0] = [a, b].map((at) => places[at % places.length] ?? 0).toSorted((x, y) => x - y);
    return someClaim(index + 1, { start, end, quote: composed.text.slice(start, end) });
  });
  return signedEdition(reportWith(composed, claims));
});

describe("An edition as a Word document, read again", () => {
  test.each(sampleArticles.map((each) => [each.title, each] as const))("the sample: %s", async (_, sample) => {
    const signed = signedEdition(sampleReport(sample));
    await expectSame(signed);
    const { blocks, metadata } = await readBack(signed);
    expect(blocks.map(({ marks }) => marks)).toEqual(signed.edition.report.article.blocks.map(({ marks }) => marks));
    expect(metadata.title?.value).toBe(sample.title);
  });

  test("any article with claims that overlap, nest and reach over blocks and cells", async () => {
    await fc.assert(fc.asyncProperty(edition, expectSame), { numRuns: 60 });
  }, 60_000);

  test("footnotes that the text mentions in order are footnotes of Word", async () => {
    const high = (text: string) => ({ text, marks: [{ type: "superscript" as const }] });
    const plain = (text: string) => ({ text, marks: [] });
    const composed = composeText([
      { type: "paragraph", runs: [plain("The wall held."), high("1"), plain(" It cost 23 million."), high("2")] },
      { type: "footnote", runs: [high("1"), plain(" Gauge book, volume 14.")] },
      { type: "footnote", runs: [high("2"), plain(" كتاب الحسابات")] },
    ]);
    const place = (quote: string) => ({ start: composed.text.indexOf(quote), quote });
    const claimOn = (number: number, quote: string) =>
      someClaim(number, { ...place(quote), end: place(quote).start + quote.length });
    for (const quote of ["wall held", "held.1 It cost", "23 million.2", "Gauge book, volume 14"]) {
      const signed = signedEdition(reportWith(composed, [claimOn(1, quote)]));
      await expectSame(signed);
    }
    const bytes = await editionToDocx(signedEdition(reportWith(composed, [claimOn(1, "wall held")])));
    const { notes } = taken(await readDocx(bytes, { changes: "show" }));
    expect(notes.filter(({ kind }) => kind === "footnote").map(({ text }) => text)).toEqual([
      "Gauge book, volume 14.",
      "كتاب الحسابات",
    ]);
  });

  test("listings that follow each other and tables of one column stay what they are", async () => {
    const types = ["code", "code", "table-row", "table-row", "code"] as const;
    await expectSame(signedEdition(reportWith(composeText(types.map((type, at) => draft(`line ${at}`, type))), [])));
  });

  test("a claim without a place has its comment all the same", async () => {
    const claims = [someClaim(1, { start: 4, end: 8 }), someClaim(2), someClaim(3, { start: 900, end: 990 })];
    const signed = signedEdition(reportWith(composeText([draft("The wall held.")]), claims));
    const { comments, claims: placed } = await readBack(signed);
    expect(comments.map(({ text }) => text.slice(0, 7))).toEqual(["Claim 1", "Claim 2", "Claim 3"]);
    expect(placed).toEqual(["4–8: Claim 1"]);
  });

  test("a comment says verdict, reasons, wording and source, by whoever proposed it", async () => {
    const verdict = someVerdict({ suggestedWording: "The wall cost 23 million crowns." });
    const claims = [someClaim(1, { start: 0, end: 8, verdict })];
    const { comments } = await readBack(signedEdition(reportWith(composeText([draft("The wall held.")]), claims)));
    expect(comments[0]).toMatchObject({ by: "Ines Okoro", at: "2026-05-09T09:00:00.000Z" });
    for (const said of ["Half true", "Because.", verdict.suggestedWording, "A title", "A paper", "p. 1", "“A passage”"])
      expect(comments[0]?.text).toContain(said);
  });

  test.each(hostileWords.map((each) => [each.slice(0, 30), each] as const))("hostile words: %s", async (_, hostile) => {
    await expectSame(signedEdition(hostileReport(hostile)));
  });

  test.each(sampleArticles.map((each) => [each.title, each] as const))("for the writer: %s", async (_, sample) => {
    await expectSame(signedEdition(sampleReport(sample), { template: "writer" }));
  });

  test("for the writer a comment is short where no other wording is suggested, and there on every claim", async () => {
    const composed = composeText([draft("The wall held. It cost 23 million. Nobody was hurt.")]);
    const on = (number: number, quote: string, suggestedWording: string) => {
      const start = composed.text.indexOf(quote);
      return someClaim(number, { start, end: start + quote.length, verdict: someVerdict({ suggestedWording }) });
    };
    const claims = [
      on(1, "wall held", ""),
      on(2, "23 million", "It cost 32 million."),
      { ...on(3, "Nobody", ""), state: "withdrawn" as const, withdrawnReason: "Said twice.", verdict: null },
    ];
    const signed = signedEdition(reportWith(composed, claims), { template: "writer" });
    await expectSame(signed);
    const { comments } = await readBack(signed);
    const said = (number: number) => comments.find(({ text }) => text.startsWith(`Claim ${number}:`))?.text ?? "";
    expect(said(1)).toContain("Statement 1");
    expect(said(1)).toContain("No other wording is suggested.");
    expect(said(1)).not.toContain("A passage");
    expect(said(2)).toContain("It cost 32 million.");
    expect(said(2)).toContain("A passage");
    expect(said(3)).toContain("Said twice.");
  });

  test("for the writer, where nothing is suggested, every claim is in the file and is found again", async () => {
    const composed = composeText([draft("The wall held.")]);
    const claim = someClaim(1, { start: 4, end: 8, quote: "wall" });
    await expectSame(signedEdition(reportWith(composed, [claim, someClaim(2)]), { template: "writer" }));
  });

  test("an empty report is a document", async () => {
    await expectSame(signedEdition(emptyReport()));
  });
});
