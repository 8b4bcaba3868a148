import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { editionToSources } from "#lib/formats/citations/edition-sources.ts";
import { editionToDocx } from "#lib/formats/docx/edition-docx.ts";
import { claimEmbedToHtml } from "#lib/formats/edition/claim-embed.ts";
import { claimPageToHtml } from "#lib/formats/edition/claim-page.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import { xmlTextOf } from "#lib/formats/import/xml.ts";
import { pdfEdition } from "#lib/formats/pdf/pdf-edition.ts";
import { reportLanguages, voiceOf } from "#lib/formats/report/voice.ts";
import { en } from "#lib/formats/report/words/en.ts";
import { enFiles } from "#lib/formats/report/words/en-files.ts";
import { guessColumns, namesColumns } from "#lib/formats/sheets/guess-columns.ts";
import { readSheet } from "#lib/formats/sheets/read-sheet.ts";
import { editionToChanges } from "#lib/formats/tables/edition-changes.ts";
import { editionToCsv } from "#lib/formats/tables/edition-csv.ts";
import { editionToXlsx } from "#lib/formats/tables/edition-xlsx.ts";
import { everyElement, xmlPartsOf } from "#tests/formats/docx-parts.ts";
import { correctedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";

const text = composeText([draft("§§§§§ 1 §§§§§ 2 §§§§§ 3 §§§§§ 4")]);
const wording = { outcome: "accepted", note: "§", by: "§", at: "2026-06-18T22:10:00.000Z" } as const;
const review = { decision: "dissent", name: "§", at: "2026-06-18T22:10:00.000Z", comment: "§" } as const;
const verdict = someVerdict({
  label: "§",
  definition: "§",
  rationale: "§",
  suggestedWording: "§",
  wording,
  reviews: [review],
});
const said = { quote: "§", statement: "§", claimant: "§", saidIn: "§" };
const named = { ...someEvidence, passage: "§", note: "§" };
const hidden = { confidential: true, stance: "refutes", kind: "expert", describedAs: "§" } as const;
const report = reportWith({ ...text, title: "§", byline: "§", publisher: "§", language: "ru" }, [
  someClaim(1, { ...said, verdict, evidence: [named, hidden] }),
  someClaim(2, { ...said, state: "stale", staleReason: "quote", verdict }),
  someClaim(3, { ...said, state: "open" }),
  someClaim(4, { ...said, state: "withdrawn", withdrawnReason: "§" }),
]);
const others = reportLanguages.filter((language) => language !== "en");
const editionIn = (language: string) =>
  correctedEdition(report, {
    language,
    summary: "§",
    method: "§",
    leftOut: 1,
    change: { kind: "correction", what: "§", why: "§" },
  });

/** English words of the tables that say something else in the language, and that no other word of it holds. */
function englishWords(language: string): string[] {
  const own: Readonly<Record<string, string>> = voiceOf(language).words;
  const all = Object.values(own).join("\n");
  return Object.entries(en)
    .filter(([key, words]) => own[key] !== words && /[A-Z][a-z]{3}/u.test(words) && !/pattern$|months/iu.test(key))
    .flatMap(([, words]) => words.split(/\{\w+\}/u))
    .map((words) => words.replace(/^[\s,.:]+|[\s,.:(]+$/gu, ""))
    .filter((words) => words.length > 4 && !all.includes(words) && !names.test(words));
}

/** Words of the fixture's names and of file names. */
const names = /^(?:Lantern|Desk|Fact check)$/u;

function expectNoEnglish(found: string, language: string): void {
  for (const words of englishWords(language))
    expect(found, words).not.toMatch(
      new RegExp(`(?<![\\p{L}-])${words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?![\\p{L}-])`, "u"),
    );
}

describe.each(others)("A report in %s has no English label", (language) => {
  const signed = editionIn(language);

  test("in its PDF", () => {
    const { desk: _, ...data } = pdfEdition(signed);
    expectNoEnglish(JSON.stringify(data), language);
    expect(data).toMatchObject({ language, dir: voiceOf(language).dir });
  });

  test("in its Word document", async () => {
    const parts = await xmlPartsOf(await editionToDocx(signed));
    for (const [name, part] of parts) {
      if (/^word\/(?:document|comments|footer\d*)\.xml$/u.test(name))
        expectNoEnglish(everyElement(part, "w:t").map(xmlTextOf).join("\n"), language);
    }
    const styles = parts.get("word/styles.xml");
    const style = everyElement(styles, "w:style").find((each) => attributeOf(each, "w:styleId") === "StetReport");
    expect(attributeOf(everyElement(style, "w:lang")[0] ?? null, "w:val")).toBe(language);
  });

  test("in its tables, whose headings the import of sheets knows", async () => {
    const csv = editionToCsv(signed).slice(1);
    for (const table of [csv, editionToChanges(signed)]) expectNoEnglish(table, language);
    const { words } = voiceOf(language);
    const [head = []] = Papa.parse<string[]>(csv).data;
    expect(head.slice(0, 4)).toEqual([words.no, words.fact, words.position, words.quote]);
    const book = await readSheet(await editionToXlsx(signed), "facts.xlsx");
    if (!book.ok) throw new Error(book.error);
    expect(book.value.sheets.map(({ name }) => name)).toContain(words.claims);
    for (const { rows } of book.value.sheets) expectNoEnglish(rows.flat().join("\n"), language);
    expect(namesColumns([head])).toBe(true);
    const roles = guessColumns([head]);
    const roleOf = (word: string) => roles[head.indexOf(word)];
    expect([words.fact, words.quote, words.speaker, words.saidWhere].map(roleOf)).toEqual([
      "statement",
      "quote",
      "claimant",
      "place",
    ]);
    expect(
      [words.source, words.link, words.verdict, words.checker, words.note, words.how, words.checkedOn].map(roleOf),
    ).toEqual(["source", "address", "verdict", "checkedBy", "note", "note", "note"]);
  });

  test("in its list of sources and the pages of its claims", () => {
    const page = { report: "/r/a/1", review: null, canonical: "", isIndexed: false, notices: [] };
    const id = signed.edition.report.claims[0]?.id ?? "";
    const pages = [
      editionToSources(signed),
      claimPageToHtml(signed, id, page) ?? "",
      claimEmbedToHtml(signed, id, { address: "/r/a/1", notices: [] }) ?? "",
    ];
    for (const html of pages) {
      expect(html).toMatch(
        new RegExp(`^<!doctype html>\\n?<html lang="${language}" dir="${voiceOf(language).dir}">`, "iu"),
      );
      expectNoEnglish(html.replace(/<(style|script)\b.*?<\/\1>|<[^>]*>/gsu, "\n"), language);
    }
  });
});

test("an Arabic Word report runs from right to left, its figures and names in runs of their own", async () => {
  const parts = await xmlPartsOf(await editionToDocx(editionIn("ar")));
  const { words } = voiceOf("ar");
  const paragraphs = everyElement(parts.get("word/document.xml"), "w:p").concat(
    everyElement(parts.get("word/comments.xml"), "w:p"),
  );
  const own = paragraphs.filter((paragraph) => /\p{Script=Arabic}/u.test(xmlTextOf(paragraph)));
  expect(own.length).toBeGreaterThan(20);
  for (const paragraph of own) expect(everyElement(paragraph, "w:bidi").length, xmlTextOf(paragraph)).toBe(1);
  const key = own.find((paragraph) => xmlTextOf(paragraph).startsWith(`${words.key}: `));
  const runs = everyElement(key, "w:r").map((run) => [xmlTextOf(run), everyElement(run, "w:rtl").length === 1]);
  expect(runs[0]).toEqual([`${words.key}: `, true]);
  expect(runs.slice(1).some(([, isRightToLeft]) => isRightToLeft === false)).toBe(true);
});

test("no word is missing, and every language fills in what English does", () => {
  const gaps = (words: string) => [...words.matchAll(/\{\w+\}/gu)].map(([gap]) => gap).toSorted();
  for (const language of others) {
    const own: Readonly<Record<string, string>> = voiceOf(language).words;
    for (const [key, words] of Object.entries(enFiles))
      expect(gaps(own[key] ?? ""), `${language} ${key}`).toEqual(gaps(words));
  }
});
