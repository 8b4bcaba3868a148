import type { Element } from "hast";
import mammoth from "mammoth";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { standingOf } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToDocx } from "#lib/formats/docx/edition-docx.ts";
import { type XmlElement, xmlTextOf } from "#lib/formats/import/xml.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { everyElement, xmlPartsOf } from "#tests/formats/docx-parts.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { correctedWorkbook } from "#tests/formats/golden-corrected-workbook.ts";
import { converted, kept, letters, testWith } from "#tests/formats/outside-readers.ts";
import { draft, reportWith, sampleReport } from "#tests/formats/report-fixture.ts";
import { elementsOf, parsedPage, wordsOf } from "#tests/formats/report-reading.ts";

const styleMap = [
  "comment-reference => sup.comment",
  "p[style-name='Stet report title'] => p.report:fresh",
  "p[style-name='Stet report heading'] => p.report:fresh",
  "p[style-name='Stet report notice'] => p.report:fresh",
  "p[style-name='Stet report source'] => p.source:fresh",
  "p[style-name='Stet report'] => p.report:fresh",
  "p[style-name='Stet table row'] => p.cell:fresh",
  "p[style-name='Quote'] => p:fresh",
  "r[style-name^='Verdict: '] => span.checked",
  "r[style-name^='Claim: '] => span.checked",
];

const editions = [
  ...sampleArticles.map((each) => [each.title, signedEdition(sampleReport(each))] as const),
  ["a correction", correctedWorkbook().signed] as const,
];

const isIn = (name: string) => (element: Element) => [element.properties.className].flat().includes(name);
const isReference = isIn("comment");
const wordsIn = (element: Element) => wordsOf(element, isReference).replaceAll("\u00AD", "");

/** The document as `mammoth` reads it: the article's paragraphs, and each comment by its number. */
async function readByMammoth(signed: SignedEdition) {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await editionToDocx(signed)) }, { styleMap });
  const page = parsedPage(value);
  const [list] = elementsOf(page, ({ tagName }) => tagName === "dl");
  const apart = (element: Element) => isIn("report")(element) || isIn("source")(element) || element === list;
  const below = elementsOf(page, apart).flatMap((element) => elementsOf(element));
  const isOwn = (element: Element) => !below.includes(element);
  const blocks = elementsOf(page, (element) => isOwn(element) && /^(?:p|h[1-6]|li|tr|pre)$/u.test(element.tagName))
    .filter((element) => !isIn("cell")(element))
    .map((element) => {
      const cells = elementsOf(element, ({ tagName }) => tagName === "td" || tagName === "th");
      return (cells.length === 0 ? [element] : cells).map(wordsIn).join("\t");
    });
  const comments = elementsOf(list ?? page, ({ tagName }) => tagName === "dd").map((comment, index) => {
    const lines = elementsOf(comment, ({ tagName }) => tagName === "p").map((line) =>
      wordsIn(line).replace(/ ↑$/u, ""),
    );
    const ways = elementsOf(comment, ({ tagName }) => tagName === "a").map(({ properties }) => String(properties.href));
    const id = Number(/comment-ref-(\d+)/u.exec(ways.at(-1) ?? "")?.[1] ?? -1 - index);
    return { id, lines, links: ways.slice(0, -1) };
  });
  return { page, blocks, comments: comments.toSorted((a, b) => a.id - b.id) };
}

/** Claims as they begin in the text. */
function claimsIn({ edition }: SignedEdition) {
  return edition.report.claims.toSorted((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
}

function ratingOf(claim: SignedEdition["edition"]["report"]["claims"][number]): string {
  const standing = standingOf(claim);
  if (standing.kind === "signed-off") return standing.verdict.label;
  return standing.kind === "withdrawn" ? "Withdrawn" : "not signed off";
}

function wordsBesideComments({ name, children }: XmlElement): string {
  if (name === "office:annotation") return "";
  return children.map((child) => (typeof child === "string" ? child : wordsBesideComments(child))).join("");
}

describe.each(editions)("the Word document of %s", (name, signed) => {
  const { article } = signed.edition.report;

  test("has the article's paragraphs in their order, read by mammoth", async () => {
    const { blocks } = await readByMammoth(signed);
    expect(blocks).toEqual(article.blocks.map(({ start, end }) => article.text.slice(start, end)));
  });

  test("has one comment on every claim, in the order of the text, with verdict, sources and links", async () => {
    const { comments } = await readByMammoth(signed);
    const claims = claimsIn(signed);
    expect(comments.map(({ id }) => id)).toEqual(claims.map((_, index) => index));
    for (const [index, claim] of claims.entries()) {
      const { lines, links } = comments[index] ?? { lines: [], links: [] };
      expect(lines[0]).toMatch(new RegExp(`^Claim ${claim.number}: .*${ratingOf(claim)}$`, "u"));
      if (claim.statement !== "") expect(lines[1]).toBe(claim.statement);
      const said = lines.join("\n");
      for (const line of (claim.verdict?.rationale ?? "").split("\n")) expect(said).toContain(line);
      expect(said).toContain(claim.verdict?.suggestedWording ?? "");
      for (const item of claim.evidence) {
        const words = item.confidential
          ? [item.describedAs]
          : [item.source.title, item.source.author, item.locator, item.passage, item.note];
        expect(lines.filter((line) => words.every((each) => line.includes(each)))).not.toEqual([]);
      }
      const addresses = claim.evidence.flatMap((item) => (item.confidential ? [] : item.source.address));
      expect(links).toEqual(addresses.filter((address) => address !== "").map((address) => new URL(address).href));
    }
  });

  test("marks each comment right behind the last words of its claim, which are set in a style of their own", async () => {
    const { page } = await readByMammoth(signed);
    const marks = elementsOf(page, ({ properties }) => /^comment-ref-\d+$/u.test(String(properties.id)));
    const claims = claimsIn(signed);
    expect(marks.map(({ properties }) => Number(String(properties.id).slice(12))).toSorted((a, b) => a - b)).toEqual(
      claims.map((_, index) => index),
    );
    const holders = elementsOf(page, ({ tagName }) => /^(?:p|h[1-6]|li)$/u.test(tagName));
    for (const mark of marks) {
      const claim = claims[Number(String(mark.properties.id).slice(12))];
      const holder = holders.findLast((element) => elementsOf(element).includes(mark));
      const before = elementsOf(holder ?? page).slice(0, elementsOf(holder ?? page).indexOf(mark));
      const styled = before.findLast(isIn("checked"));
      expect(styled === undefined ? "" : claim?.quote.endsWith(wordsIn(styled).slice(-8))).toBe(true);
    }
  });

  testWith(
    "LibreOffice Writer",
    `${name}: LibreOffice opens it with its text and each claim's comment`,
    async (folder) => {
      const path = await kept(folder, "draft.docx", await editionToDocx(signed));
      const odt = await converted(folder, { path, filter: "odt", result: "draft.odt" });
      const content = (await xmlPartsOf(odt)).get("content.xml");
      const comments = everyElement(content, "office:annotation");
      expect(comments.map((comment) => xmlTextOf(everyElement(comment, "text:p")[0] ?? comment))).toEqual(
        claimsIn(signed).map((claim) =>
          expect.stringMatching(new RegExp(`^Claim ${claim.number}: .*${ratingOf(claim)}$`)),
        ),
      );
      const words = letters(content === undefined ? "" : wordsBesideComments(content));
      let at = 0;
      for (const { start, end } of article.blocks) {
        const block = letters(article.text.slice(start, end));
        expect(words.indexOf(block, at), block).toBeGreaterThanOrEqual(at);
        at = words.indexOf(block, at) + block.length;
      }
    },
  );
});

test("a correction says so before the article, in mammoth's words too", async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await editionToDocx(correctedEdition())) });
  expect(value).toMatch(/^Correction, 24 June 2026\.\n\nWhat changed: The rating of claim 2\n\nWhy: A source had/u);
});

testWith(
  "LibreOffice Writer",
  "the lines of a title and of a paragraph stand below each other, as high as their letters at least",
  async (folder) => {
    const title = "A title of several lines, which is longer than any page is wide. ".repeat(3).trim();
    const plain = composeText([draft("A paragraph of several lines, as articles have them. ".repeat(6).trim())]);
    const path = await kept(
      folder,
      "long.docx",
      await editionToDocx(signedEdition(reportWith({ ...plain, title }, []))),
    );
    const lines = await pdfLines(await converted(folder, { path, filter: "pdf", result: "long.pdf" }));
    for (const words of [title, plain.text.trim()]) {
      const own = lines.filter((line) => words.includes(line.words));
      expect(own.length).toBeGreaterThanOrEqual(3);
      for (const [index, { y, size }] of own.slice(1).entries()) expect((own[index]?.y ?? 0) - y).toBeGreaterThan(size);
    }
  },
);

/** The lines of a PDF's pages in their order, each with its place above the foot of the page and the size of its letters. */
async function pdfLines(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  try {
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => await document.getPage(index + 1)),
    );
    const contents = await Promise.all(pages.map(async (page) => await page.getTextContent()));
    return contents.flatMap(({ items }) =>
      items.flatMap((item) => {
        if (!("str" in item) || item.str.trim().length < 12) return [];
        return [{ words: item.str.trim(), y: Number(item.transform[5]), size: item.height }];
      }),
    );
  } finally {
    await document.loadingTask.destroy();
  }
}
