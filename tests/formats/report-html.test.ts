import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReportClaim } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { reportCss } from "#lib/formats/report/report-css.ts";
import { reportFontFaces } from "#lib/formats/report/report-fonts.ts";
import { reportToHtml } from "#lib/formats/report/report-html.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import {
  draft,
  emptyReport,
  printedWords,
  reportWith,
  sampleReport,
  someClaim,
  someVerdict,
} from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords, seen } from "#tests/formats/report-hostile.ts";
import { articleTextOf, elementsOf, parsedPage, wordsOf } from "#tests/formats/report-reading.ts";

const pageOf = (report: Parameters<typeof reportToHtml>[0]) => parsedPage(reportToHtml(report, { css: reportCss }));
const samples = sampleArticles.map((article) => [article.title, sampleReport(article)] as const);

describe.each(hostileWords.map((words) => [words.slice(0, 40), words] as const))("hostile words: %s", (_, words) => {
  const report = hostileReport(words);
  const page = pageOf(report);

  test("become no element, no attribute that acts, and no link but to http, https or mailto", () => {
    const tags =
      "strong em html head meta title style body a div header main footer section article aside p b s h1 h2 h3 h4 h5 h6";
    const more = "span time ul ol li dl dt dd svg path circle bdi cite blockquote mark table tbody tr td pre code";
    const known = new Set(`${tags} ${more}`.split(" "));
    for (const element of elementsOf(page)) {
      expect(known).toContain(element.tagName);
      for (const name of Object.keys(element.properties)) expect(name).not.toMatch(/^(on|style|src)/i);
      const { href } = element.properties;
      if (href !== undefined) expect(String(href)).toMatch(/^(#[a-z0-9-]+$|https?:|mailto:)/);
    }
    expect(elementsOf(page, (element) => element.tagName === "style")).toHaveLength(1);
  });

  test("are all there to be read", () => {
    const times = seen(wordsOf(page)).split(seen(words)).length - 1;
    expect(times).toBeGreaterThan(40);
    expect(articleTextOf(page)).toBe(report.article.text);
  });
});

describe.each(samples)("the report of %s", (_, report) => {
  const page = pageOf(report);

  test("joining the words of the article's blocks gives the article's text back", () => {
    expect(articleTextOf(page)).toBe(report.article.text);
  });

  test("holds every claim once, with every statement, passage, note and comment", () => {
    for (const claim of report.claims) {
      const entry = elementsOf(page, (element) => element.properties.id === `claim-${claim.number}`);
      expect(entry).toHaveLength(1);
      const words = entry.map((element) => seen(wordsOf(element))).join("");
      const expected = claim.evidence.flatMap(printedWords);
      const comments = claim.verdict?.reviews.map((review) => review.comment) ?? [];
      const written = [claim.statement, claim.quote, claim.verdict?.rationale ?? "", ...expected, ...comments];
      for (const part of written) expect(words).toContain(seen(part));
    }
  });

  test("every link inside the page leads somewhere, and no id stands twice", () => {
    const ids = elementsOf(page).flatMap((element) => element.properties.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of elementsOf(page, (element) => String(element.properties.href).startsWith("#"))) {
      expect(ids).toContain(String(link.properties.href).slice(1));
    }
  });
});

test("its policy allows its own style by hash and nothing that loads", async () => {
  const html = reportToHtml(sampleReport(sampleArticles[0] ?? never()), {
    css: reportCss,
    fonts: await reportFontFaces(),
  });
  const page = parsedPage(html);
  const policy = elementsOf(page, (element) => element.properties.httpEquiv !== undefined)[0]?.properties.content;
  const style = elementsOf(page, (element) => element.tagName === "style")
    .map((element) => wordsOf(element))
    .join("");
  const hash = createHash("sha256").update(style, "utf8").digest("base64");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`style-src 'sha256-${hash}'`);
  expect(style.match(/url\((?!data:)/g)).toBeNull();
  expect(Buffer.byteLength(html)).toBeLessThan(350_000);
});

test("a style sheet that would end its element is refused", () => {
  expect(() => reportToHtml(emptyReport(), { css: "</style><script>" })).toThrow();
});

test("without the font packages the report falls back to the reader's fonts", async () => {
  expect(await reportFontFaces("/nowhere")).toBe("");
  expect(await reportFontFaces()).toContain("data:font/woff2;base64,");
});

describe("a stale verdict", () => {
  const verdict = someVerdict({ label: "Mostly true", token: "mostly", signedOff: true });
  const stale = { state: "stale", staleReason: "evidence", verdict, start: 0, end: 3 } satisfies Partial<ReportClaim>;
  const page = pageOf(reportWith(composeText([draft("One two three.")]), [someClaim(1, stale)]));

  test("is struck out, named stale and never shown in its rating's colour", () => {
    const struck = elementsOf(page, (element) => element.tagName === "s").map((element) => wordsOf(element));
    expect(struck).toEqual(["Mostly true"]);
    expect(wordsOf(page).split("Mostly true")).toHaveLength(2);
    expect(wordsOf(page)).toContain("Stale, not signed off");
    expect(wordsOf(page)).toContain("The evidence changed after the verdict was given.");
    expect(elementsOf(page, (element) => element.properties.dataV !== undefined)).toEqual([]);
  });
});

test("an empty report is a page that says so", () => {
  const page = pageOf(emptyReport());
  expect(wordsOf(page)).toContain("No claim has been marked");
  expect(wordsOf(page)).toContain("The article has no text.");
});

test("overlapping, nested and equal claims give the text back, whatever the overlap", () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom(..."ab c<&\t🙂é"), minLength: 1, maxLength: 12 }), {
    maxLength: 4,
  });
  const types = fc.constantFrom("paragraph", "list-item", "table-row", "code", "heading", "quotation");
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 });
  fc.assert(
    fc.property(text, types, spans, (lines, type, pairs) => {
      const composed = composeText(lines.map((line) => draft(line, type)));
      const claims = pairs.map(([a, b], index) => someClaim(index + 1, { start: Math.min(a, b), end: Math.max(a, b) }));
      expect(articleTextOf(pageOf(reportWith(composed, claims)))).toBe(composed.text);
    }),
    { numRuns: 150 },
  );
});

test("a claim across blocks is marked in each, numbered once and ended once", () => {
  const composed = composeText([draft("First one."), draft("Second one.")]);
  const page = pageOf(reportWith(composed, [someClaim(7, { start: 6, end: composed.text.length - 5 })]));
  expect(elementsOf(page, (element) => element.tagName === "mark")).toHaveLength(2);
  expect(elementsOf(page, (element) => element.properties.id === "c7")).toHaveLength(1);
  expect(wordsOf(page).split("claim 7 ends")).toHaveLength(2);
});

test("five hundred claims", () => {
  const composed = composeText(
    Array.from({ length: 500 }, (_, index) => draft(`Sentence number ${index} says a thing.`)),
  );
  const claims = composed.blocks.map((block) => someClaim(block.index + 1, { start: block.start, end: block.end }));
  const page = pageOf(reportWith(composed, claims));
  expect(elementsOf(page, (element) => element.tagName === "mark")).toHaveLength(500);
  expect(articleTextOf(page)).toBe(composed.text);
});

test("a right-to-left article keeps its direction and language, while the report around it keeps its own", () => {
  const composed = composeText([draft("قالت الوزيرة إن الصادرات ارتفعت بنسبة ٤١ في المئة."), draft("In English.")]);
  const article = { ...composed, title: "العبّارة", language: "ar" };
  const page = pageOf(reportWith(article, [someClaim(1, { start: 0, end: 12 })]));
  const blocks = elementsOf(page, (element) => element.properties.dataBlock !== undefined);
  expect(blocks.map((block) => block.properties.dir)).toEqual(["rtl", "ltr"]);
  expect(elementsOf(page, (element) => element.properties.className?.toString() === "galley")[0]?.properties.lang).toBe(
    "ar",
  );
  expect(elementsOf(page, (element) => element.tagName === "html")[0]?.properties).toMatchObject({
    lang: "en",
    dir: "ltr",
  });
  expect(articleTextOf(page)).toBe(composed.text);
});

function never(): never {
  throw new Error("The sample has no article");
}
