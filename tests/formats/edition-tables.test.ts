import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { openArchive } from "#lib/formats/import/archive.ts";
import { cleanCell } from "#lib/formats/sheets/clean-cell.ts";
import { guessColumns, namesColumns } from "#lib/formats/sheets/guess-columns.ts";
import { readSheet } from "#lib/formats/sheets/read-sheet.ts";
import { sheetPassages } from "#lib/formats/sheets/sheet-passages.ts";
import { editionToChanges } from "#lib/formats/tables/edition-changes.ts";
import { editionToCsv } from "#lib/formats/tables/edition-csv.ts";
import { editionToXlsx } from "#lib/formats/tables/edition-xlsx.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, emptyReport, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";

const formulas = ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1", "a;=1", "'=1", "- a\n- b"];

async function sheetsOf(bytes: Uint8Array) {
  const read = await readSheet(bytes, "facts.csv");
  if (!read.ok) throw new Error(read.error);
  return new Map(read.value.sheets.map(({ name, rows }) => [name, rows]));
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const archive = await openArchive(bytes);
  const part = archive.ok ? await archive.value.read(name) : null;
  if (part === null || !part.ok || part.value === null) throw new Error(`No ${name}`);
  return new TextDecoder().decode(part.value);
}

const csvBytes = (text: string) => new TextEncoder().encode(text);

/** The claims that the import of sheets makes of each form. */
async function imported(signed: SignedEdition) {
  const csv = (await sheetsOf(csvBytes(editionToCsv(signed)))).get("facts") ?? [];
  const xlsx = (await sheetsOf(await editionToXlsx(signed))).get("Claims") ?? [];
  return [csv, xlsx].map((rows) =>
    sheetPassages(rows, { roles: guessColumns(rows), isNamed: namesColumns(rows) }).map((one) => ({
      quote: one.exact,
      statement: one.statement,
      claimant: one.claimant,
      saidIn: one.saidIn,
    })),
  );
}

function claimsOf({ edition }: SignedEdition) {
  return edition.report.claims.map(({ quote, statement, claimant, saidIn }) => {
    const clean = { quote, statement, claimant, saidIn: saidIn };
    return Object.fromEntries(Object.entries(clean).map(([name, text]) => [name, cleanCell(text)]));
  });
}

function withWords(words: string): SignedEdition {
  const claim = someClaim(1, { quote: words, statement: words, claimant: words, saidIn: words });
  return signedEdition(reportWith(composeText([draft(words)]), [claim]));
}

describe("the fact-check sheet, imported again", () => {
  test("gives the claims of the sample report", async () => {
    const signed = signedEdition();
    for (const claims of await imported(signed)) expect(claims).toEqual(claimsOf(signed));
  });

  test("gives the claims of a corrected edition, whose rows say so", async () => {
    const signed = correctedEdition();
    for (const claims of await imported(signed)) expect(claims).toEqual(claimsOf(signed));
  });

  test.each(formulas)("gives words like %j as they are", async (words) => {
    const signed = withWords(words);
    for (const claims of await imported(signed)) expect(claims).toEqual(claimsOf(signed));
  });
});

describe("safe against formulas", () => {
  test.each(formulas)("%j begins none in any cell of the CSV files", (words) => {
    const signed = signedEdition(hostileReport(words));
    for (const csv of [editionToCsv(signed), editionToChanges(signed)]) {
      for (const row of Papa.parse<string[]>(csv.slice(1)).data)
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      const german = Papa.parse<string[]>(csv.slice(1), { delimiter: ";" }).data.flat();
      for (const cell of german) expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/u);
    }
  });

  test.each(formulas)("%j is text in the workbook", async (words) => {
    const xlsx = await editionToXlsx(signedEdition(hostileReport(words)));
    for (const sheet of [1, 2, 3, 4, 5])
      expect(await partOf(xlsx, `xl/worksheets/sheet${sheet}.xml`)).not.toMatch(/<f\b/u);
    const claims = (await sheetsOf(xlsx)).get("Claims") ?? [];
    expect(claims[1]?.[1]).toBe(cleanCell(words));
  });
});

describe("hostile words", () => {
  test.each(hostileWords)("%j stay in their cells", async (words) => {
    const signed = signedEdition(hostileReport(words));
    const { data, errors } = Papa.parse<string[]>(editionToCsv(signed).slice(1).trimEnd());
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([22]));
    expect(data.length).toBe(5);
    const xlsx = await editionToXlsx(signed);
    expect([...(await sheetsOf(xlsx)).keys()]).toEqual([
      "Claims",
      "Evidence",
      "Sources",
      "Change list",
      "About this edition",
    ]);
    const links = await partOf(xlsx, "xl/worksheets/_rels/sheet2.xml.rels");
    for (const [, target] of links.matchAll(/Target="([^"]*)"/gu)) expect(target).toMatch(/^https?:/u);
  });
});

describe("the workbook", () => {
  test("embeds the signed edition, and is the same bytes again", async () => {
    const signed = signedEdition();
    const xlsx = await editionToXlsx(signed);
    expect(await partOf(xlsx, "stet/edition.json")).toBe(canonicalJson(signed));
    expect(Buffer.from(await editionToXlsx(signed)).equals(Buffer.from(xlsx))).toBe(true);
  });

  test("keeps days, numbers and links as such, and its first row in sight", async () => {
    const claim = someClaim(1, { saidOn: "2026-05-04", evidence: [{ ...someEvidence, source: linked() }] });
    const xlsx = await editionToXlsx(signedEdition(reportWith(composeText([draft("Quote 1")]), [claim])));
    const row = (await sheetsOf(xlsx)).get("Claims")?.[1] ?? [];
    expect([row[0], row[6], row[11], row[13], row[14]]).toEqual(["1", "2026-05-04", "2026-05-09", "3", "1 to 5"]);
    const sheet = await partOf(xlsx, "xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(sheet).toMatch(/<\/sheetData><autoFilter ref="A1:U2"\/><hyperlinks>/u);
    expect(sheet).toMatch(/<hyperlinks><hyperlink ref="J2" r:id="rId-link-1-10"\/><\/hyperlinks><pageMargins/u);
    expect(await partOf(xlsx, "xl/worksheets/_rels/sheet1.xml.rels")).toContain(
      'Target="https://a.example/?a=1&amp;b=%22" TargetMode="External"',
    );
    expect(sheet).not.toContain("rightToLeft");
  });

  test("runs from right to left when the report does, and begins with what was corrected", async () => {
    const report = reportWith(composeText([draft("قال المجلس")]), [someClaim(1)]);
    const xlsx = await editionToXlsx(correctedEdition(report));
    const arabic = await editionToXlsx(correctedEdition(report, { language: "ar" }));
    expect(await partOf(arabic, "xl/worksheets/sheet1.xml")).toContain('rightToLeft="1"');
    const [[name, rows] = ["", []]] = await sheetsOf(xlsx);
    expect(name).toBe("About this edition");
    expect(await partOf(xlsx, "xl/worksheets/sheet1.xml")).not.toContain("<autoFilter");
    expect(rows[1]?.[1]).toMatch(/^Correction, 2026-06-24\. The rating of claim 2\. A source/u);
  });

  test("cuts what no cell can hold", async () => {
    const claim = someClaim(1, { statement: "😀".repeat(20_000) });
    const claims = (await sheetsOf(await editionToXlsx(signedEdition(reportWith(composeText([]), [claim]))))).get(
      "Claims",
    );
    expect(claims?.[1]?.[1]).toMatch(/😀… \(cut: the whole is in the edition\)$/u);
  });

  test("of an edition without claims opens", async () => {
    expect((await sheetsOf(await editionToXlsx(signedEdition(emptyReport())))).get("Claims")?.length).toBe(1);
  });
});

test("a number is printed for a signed-off verdict alone, and none off the scale", () => {
  const claims = [
    someClaim(1, { verdict: someVerdict({ value: null }) }),
    someClaim(2, { state: "stale", staleReason: "quote" }),
    someClaim(3, { state: "withdrawn", withdrawnReason: "Cut." }),
  ];
  const csv = editionToCsv(signedEdition(reportWith(composeText([]), claims)));
  const rows = Papa.parse<string[]>(csv.slice(1).trimEnd(), { header: false }).data.slice(1);
  expect(rows.map((row) => [row[12], row[13], row[20]])).toEqual([
    ["Half true", "Off the scale, without a number", "Signed off"],
    ["Stale, not signed off", "", "Stale, not signed off"],
    ["Withdrawn", "", "Withdrawn"],
  ]);
});

test("the change list has what was suggested and what was answered", () => {
  const verdict = (outcome: "accepted" | "refused" | "other", note: string) =>
    someVerdict({
      suggestedWording: "Write this",
      wording: { outcome, note, by: "Jo Abara", at: "2026-06-18T22:10:00.000Z" },
    });
  const claims = [
    someClaim(1, { verdict: verdict("accepted", "") }),
    someClaim(2, { verdict: verdict("refused", "It is a quotation.") }),
    someClaim(3),
    someClaim(4, { verdict: someVerdict({ suggestedWording: "Or this" }) }),
  ];
  const signed = signedEdition(reportWith(composeText([draft("Quote 1")]), claims));
  const csv = editionToChanges(signed);
  const rows = Papa.parse<string[]>(csv.slice(1).trimEnd()).data;
  expect(rows.map((row) => [row[0], row[2], row[3], ...row.slice(7, -1)])).toEqual([
    ["Claim", "As written", "Suggested wording", "Answer", "Note on the answer", "Answer noted by", "Answer noted on"],
    ["1", "Quote 1", "Write this", "Accepted", "", "Jo Abara", "2026-06-18"],
    ["2", "Quote 2", "Write this", "Refused", "It is a quotation.", "Jo Abara", "2026-06-18"],
    ["4", "Quote 4", "Or this", "No answer yet", "", "", ""],
  ]);
  expect(rows[1]?.[1]).toBe("Paragraph 1, at its beginning");
  const editions = rows.map((row) => row.at(-1) ?? "");
  expect(editions[0]).toBe("Edition");
  expect(editions.slice(1).every((words) => words.includes(signed.proof.digest))).toBe(true);
});

function linked() {
  return { ...someEvidence.source, address: 'https://a.example/?a=1&b="' };
}
