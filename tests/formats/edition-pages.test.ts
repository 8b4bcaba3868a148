import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { reportTemplates, type SignedEdition } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { editionToJson } from "#lib/formats/edition/edition-json.ts";
import { editionToMarkdown } from "#lib/formats/edition/edition-markdown.ts";
import { reportLanguages } from "#lib/formats/report/voice.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import {
  draft,
  emptyReport,
  reportWith,
  sampleReport,
  someClaim,
  someEvidence,
} from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords, seen } from "#tests/formats/report-hostile.ts";
import {
  articleTextOf,
  elementsOf,
  markdownNodes,
  parsedMarkdown,
  parsedPage,
  wordsOf,
} from "#tests/formats/report-reading.ts";

const [sample] = sampleArticles.map(sampleReport);
if (sample === undefined) throw new Error("The sample has no article");

/** What a parser finds wrong with the page: elements that are not closed, not allowed where they are, or doubled. */
function problemsOf(html: string): string[] {
  const problems: string[] = [];
  parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => problems.push(`${code} ${startLine}`),
  });
  const ids = elementsOf(parsedPage(html)).flatMap(({ properties }) => properties.id ?? []);
  if (new Set(ids).size !== ids.length) problems.push("an id stands twice");
  return problems;
}

function proofInHtml(html: string): unknown {
  const [block] = elementsOf(parsedPage(html), ({ properties }) => properties.id === "stet-edition");
  return block === undefined ? null : JSON.parse(wordsOf(block));
}

function proofInMarkdown(markdown: string): unknown {
  const [, proof = ""] = /<!-- stet-edition ([A-Za-z0-9_-]+) -->\n$/.exec(markdown) ?? [];
  return JSON.parse(Buffer.from(proof, "base64url").toString("utf8"));
}

const kinds: readonly (readonly [string, SignedEdition])[] = [
  ...reportTemplates.map((template) => [template, signedEdition(sample, { template })] as const),
  ...reportLanguages.map((language) => [language, correctedEdition(sample, { language, method: "How." })] as const),
  ["empty", signedEdition(emptyReport())],
];

describe.each(kinds)("an edition: %s", (_, signed) => {
  test("is a page without a fault that holds the article, every claim by its id, and the proof", async () => {
    const html = await editionToHtml(signed);
    const page = parsedPage(html);
    expect(problemsOf(html)).toEqual([]);
    expect(articleTextOf(page)).toBe(signed.edition.report.article.text);
    const ids = new Set(elementsOf(page).flatMap(({ properties }) => properties.id ?? []));
    for (const { id } of signed.edition.report.claims) expect(ids).toContain(`claim-${id}`);
    for (const link of elementsOf(page, ({ properties }) => String(properties.href).startsWith("#"))) {
      expect(ids).toContain(String(link.properties.href).slice(1));
    }
    expect(proofInHtml(html)).toEqual(signed);
    expect(wordsOf(page)).not.toMatch(/\{[a-z]+\}/);
    expect(await editionToHtml(signed)).toBe(html);
  });

  test("is Markdown that holds every statement and the proof", () => {
    const markdown = editionToMarkdown(signed);
    expect(proofInMarkdown(markdown)).toEqual(signed);
    for (const { statement } of signed.edition.report.claims)
      expect(markdown.replaceAll("\\", "")).toContain(statement);
    expect(editionToMarkdown(signed)).toBe(markdown);
  });

  test("is its own canonical form as JSON", () => {
    expect(editionToJson(signed)).toBe(`${canonicalJson(signed)}\n`);
  });
});

describe.each(hostileWords.map((words) => [words.slice(0, 40), words] as const))("hostile words: %s", (_, words) => {
  const change = { kind: "correction", what: words, why: words } as const;
  const signed = signedEdition(hostileReport(words), { summary: words, method: words, change, template: "editor" });

  test("become no element, no attribute that acts and no link but to http, https or mailto", async () => {
    const html = await editionToHtml(signed);
    const page = parsedPage(html);
    expect(problemsOf(html)).toEqual([]);
    const scripts = elementsOf(page, ({ tagName }) => tagName === "script").map(({ properties }) => properties.type);
    expect(scripts).toEqual(["application/ld+json", "application/json"]);
    expect(elementsOf(page, ({ tagName }) => /^(img|iframe|object|form|input|template)$/.test(tagName))).toEqual([]);
    for (const { properties } of elementsOf(page)) {
      for (const name of Object.keys(properties)) expect(name).not.toMatch(/^(on|style|src)/i);
      if (properties.href !== undefined) expect(String(properties.href)).toMatch(/^(#[a-z0-9-]+$|https?:|mailto:)/);
    }
    expect(seen(wordsOf(page)).split(seen(words)).length).toBeGreaterThan(30);
    expect(proofInHtml(html)).toEqual(signed);
  });

  test("become nothing in Markdown but text, in its own headings, lists and tables", () => {
    const markdown = editionToMarkdown(signed);
    const nodes = markdownNodes(parsedMarkdown(markdown));
    expect(nodes.filter(({ type }) => type === "html")).toHaveLength(1);
    expect(nodes.filter(({ type }) => type === "image" || type === "definition")).toEqual([]);
    for (const node of nodes) if (node.type === "link") expect(node.url).toMatch(/^(#|https?:|mailto:)/i);
    expect(proofInMarkdown(markdown)).toEqual(signed);
  });
});

test("of a confidential source no format says more than how it is described", async () => {
  const hidden = {
    confidential: true,
    stance: "refutes",
    kind: "expert",
    describedAs: "an engineer at the yard",
  } as const;
  const claim = someClaim(1, { evidence: [someEvidence, hidden] });
  const signed = signedEdition(reportWith(composeText([draft("Quote 1")]), [claim]));
  for (const written of [await editionToHtml(signed), editionToMarkdown(signed)]) {
    expect(written).toContain("an engineer at the yard");
    expect(written).toContain("Confidential source");
  }
});

test("a withdrawn edition says so before anything else, and why", async () => {
  const change = { kind: "withdrawal", what: "All of it", why: "The register was false" } as const;
  const signed = correctedEdition({ ...sample, status: "withdrawn" }, { change });
  const html = wordsOf(parsedPage(await editionToHtml(signed)));
  const markdown = editionToMarkdown(signed);
  for (const written of [html, markdown]) {
    const at = written.indexOf("This fact-check is withdrawn");
    expect(at).toBeGreaterThan(-1);
    expect(at).toBeLessThan(written.lastIndexOf(sample.article.title.slice(0, 12)));
    expect(written).toContain("The register was false");
  }
});

test("the report speaks Arabic from right to left and leaves the article as it runs", async () => {
  const page = parsedPage(await editionToHtml(signedEdition(sample, { language: "ar" })));
  const [root] = elementsOf(page, ({ tagName }) => tagName === "html");
  expect(root?.properties).toMatchObject({ lang: "ar", dir: "rtl" });
  const blocks = elementsOf(page, ({ properties }) => properties.dataBlock !== undefined);
  expect(blocks.every(({ properties }) => properties.dir === "ltr")).toBe(true);
  const [galley] = elementsOf(page, ({ properties }) => String(properties.className).includes("galley"));
  expect(galley?.properties.lang).toBe("en");
});

test("a list and a table of the article run as its words do, in a report that runs the other way", async () => {
  const article = composeText([draft("A list", "list-item"), draft("A cell", "table-row")]);
  const page = parsedPage(await editionToHtml(signedEdition(reportWith(article, []), { language: "ar" })));
  const [galley] = elementsOf(page, ({ properties }) => String(properties.className).includes("galley"));
  if (galley === undefined) throw new Error("The page has no article");
  const ways = elementsOf(galley, ({ tagName }) => tagName === "ul" || tagName === "table");
  expect(ways.map(({ properties }) => properties.dir)).toEqual(["ltr", "ltr"]);
});

test("the writer's file begins with the change list, the editor's with votes and gates, the public one with neither", async () => {
  const firstHeading = async (template: "public" | "editor" | "writer") => {
    const page = parsedPage(await editionToHtml(signedEdition(sample, { template })));
    const [main] = elementsOf(page, ({ tagName }) => tagName === "main");
    const [heading] = main === undefined ? [] : elementsOf(main, ({ tagName }) => tagName === "h2");
    return heading === undefined ? "" : wordsOf(heading);
  };
  expect(await firstHeading("writer")).toBe("Change list");
  expect(await firstHeading("editor")).toBe("Votes and gates");
  expect(await firstHeading("public")).toBe("The article");
});

test("a page names digest, key, address and edition", async () => {
  const signed = signedEdition(sample);
  const words = wordsOf(parsedPage(await editionToHtml(signed))).replaceAll(" ", "");
  const { digest, keyId, publicKey } = signed.proof;
  for (const part of [digest, keyId, publicKey, signed.edition.address]) expect(words).toContain(part);
});
