import { expect, test } from "vitest";
import { reportTemplates } from "#lib/domain/edition.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { documentPolicy } from "#lib/formats/edition/page-parts.ts";
import { previewToHtml } from "#lib/formats/edition/preview-html.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { signedEdition, someEdition } from "#tests/formats/edition-fixture.ts";
import { sampleReport } from "#tests/formats/report-fixture.ts";
import { elementsOf, parsedPage, wordsOf } from "#tests/formats/report-reading.ts";

const [report] = sampleArticles.map(sampleReport);

const preview = "Preview. Nothing of this is published.";

test.each(reportTemplates)("says all that the edition for the %s will say, but for its proof", async (template) => {
  const frozen = await editionToHtml(signedEdition(report, { template }));
  const page = parsedPage(await previewToHtml(someEdition(report, { template })));
  const partOf = (html: ReturnType<typeof parsedPage>, tag: string) =>
    elementsOf(html, ({ tagName }) => tagName === tag).map((one) => wordsOf(one))[0];
  expect(partOf(page, "header")).toBe(partOf(parsedPage(frozen), "header"));
  const editionsOf = (words = "") => words.replace(/[0-9a-f]{8}( [0-9a-f]{8}){7}/g, "");
  expect(editionsOf(partOf(page, "main"))).toBe(editionsOf(partOf(parsedPage(frozen), "main")));
});

test("is no edition: a bar says so, nothing proves it, nothing runs, and links out leave the frame", async () => {
  const html = await previewToHtml(someEdition());
  const page = parsedPage(html);
  expect(elementsOf(page, ({ properties }) => properties.role === "note").map((one) => wordsOf(one))).toContain(
    preview,
  );
  expect(elementsOf(page, ({ tagName }) => tagName === "script" || tagName === "footer")).toEqual([]);
  expect(html).not.toContain("stet verify");
  const links = elementsOf(page, ({ tagName }) => tagName === "a").map(({ properties }) => properties);
  const isInside = ({ href }: { href?: unknown }) => String(href).startsWith("#");
  expect(links.filter((link) => !isInside(link)).every(({ target }) => target === "_blank")).toBe(true);
  expect(links.filter(isInside).every(({ target }) => target === undefined)).toBe(true);
});

test("names nobody as its publisher before anybody is", async () => {
  const edition = someEdition(report, { publishedBy: "", publishedAt: "2031-04-05T06:07:00.000Z" });
  const words = wordsOf(parsedPage(await previewToHtml(edition)));
  expect(words).toContain("Reviewed by");
  expect(words).not.toContain("Published by");
  expect(words).not.toContain("06:07");
});

test("our own pages alone may frame it", async () => {
  const policy = documentPolicy(await previewToHtml(someEdition()), "'self'");
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^;]+'.*frame-ancestors 'self'$/);
});
