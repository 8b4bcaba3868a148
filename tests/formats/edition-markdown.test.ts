import { describe, expect, test } from "vitest";
import { extrasOf } from "#lib/domain/csl.ts";
import { toCsl } from "#lib/domain/csl-item.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToMarkdown } from "#lib/formats/edition/edition-markdown.ts";
import { reportLanguages, voiceOf } from "#lib/formats/report/voice.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, emptyReport, reportWith, someClaim, someEvidence } from "#tests/formats/report-fixture.ts";
import { markdownNodes, markdownWords, parsedMarkdown } from "#tests/formats/report-reading.ts";

const text = composeText([
  draft("The service lost 1.9 million crowns last year, and its two boats. Nobody was hurt. It rained."),
]);

function claimOn(number: number, quote: string) {
  const start = text.text.indexOf(quote);
  return someClaim(number, { start, end: start + quote.length, quote });
}

/** The first paragraph of the article as it is written, without the addresses of links and what is escaped. */
function articleOf(...claims: readonly ReturnType<typeof claimOn>[]): string {
  const markdown = editionToMarkdown(signedEdition(reportWith(text, claims)));
  const [, article = ""] = /## The article\n\n(.*)/u.exec(markdown) ?? [];
  return article
    .replace(/\]\(#[^)]*\)/gu, "")
    .replace(/\[(?=\\?\[| :)/gu, "")
    .replaceAll("\\", "");
}

describe("The claims in the article's Markdown", () => {
  test("that stand alone have their number behind them", () => {
    expect(articleOf(claimOn(1, "1.9 million crowns"), claimOn(2, "Nobody was hurt."))).toBe(
      "The service lost **1.9 million crowns[1]** last year, and its two boats. **Nobody was hurt.[2]** It rained.",
    );
  });

  test("that share words have it before them too, and are closed in the order in which they were opened", () => {
    const outer = claimOn(1, "The service lost 1.9 million crowns last year, and its two boats");
    const claims = [outer, claimOn(2, "1.9 million crowns"), claimOn(3, "its two boats"), claimOn(4, "It rained.")];
    expect(articleOf(...claims)).toBe(
      "**[1: The service lost [2: 1.9 million crowns :2] last year, and [3: its two boats :3] :1]**. Nobody was hurt. **It rained.[4]**",
    );
  });

  test("that overlap or have the same words can be told apart", () => {
    const claims = [claimOn(1, "The service lost 1.9 million"), claimOn(2, "1.9 million crowns")];
    expect(articleOf(...claims)).toContain("**[1: The service lost [2: 1.9 million :1] crowns :2]** last year");
    expect(articleOf(claimOn(1, "two boats"), claimOn(2, "two boats"))).toContain("**[1: [2: two boats :2] :1]**.");
  });
});

test("the claims in code have their numbers before and after it, where no link is code", () => {
  const code = composeText([draft("cost = boats * crew", "code")]);
  const on = (number: number, start: number, end: number) => someClaim(number, { start, end });
  const claims = [on(1, 0, 19), on(2, 7, 12), on(3, 15, 19)];
  const markdown = editionToMarkdown(signedEdition(reportWith(code, claims)));
  expect(linksIn(markdown.slice(0, markdown.indexOf("## The claims"))).map(({ url }) => url)).toEqual([
    ...["#claim-1", "#claim-2", "#claim-3"],
    ...["#claim-2", "#claim-3", "#claim-1"],
  ]);
  expect(markdown).toContain("```\ncost = boats * crew\n```");
});

function linksIn(markdown: string) {
  return markdownNodes(parsedMarkdown(markdown)).flatMap((node) =>
    node.type === "link" ? [{ words: node.children.map(markdownWords).join(""), url: node.url }] : [],
  );
}

test("addresses stand in Markdown as they are, and lead where they say", () => {
  const address = 'https://paper.example/a?b=1&c="x"_*y*';
  const cited = { kind: "publication", title: "A title", author: "", publication: "", publishedOn: "2026" } as const;
  const id = "01940000-0000-7000-8000-000000000900";
  const csl = (doi: string) => toCsl({ id, doi, isbn: "", csl: extrasOf({ type: "webpage" }), address, ...cited });
  const evidence = [
    { ...someEvidence, source: { ...cited, address, csl: csl("") } },
    { ...someEvidence, source: { ...cited, address, csl: csl("10.1000/a_b") } },
  ];
  const report = reportWith({ ...text, address: "https://Paper.example" }, [someClaim(1, { evidence })]);
  const signed = signedEdition(report);
  const markdown = editionToMarkdown(signed);
  const { desk } = signed.edition;
  for (const each of [
    address,
    "https://Paper.example",
    "https://doi.org/10.1000/a_b",
    signed.edition.address,
    desk.keys,
  ])
    expect(markdown).toContain(`<${each}>`);
  expect(markdown).not.toContain("http\\:");
  expect(markdown).not.toContain(".. For");
  expect(markdown).not.toContain("https\\:");
  const led = linksIn(markdown).filter(({ words }) => words.startsWith("http"));
  expect(led.length).toBeGreaterThan(5);
  for (const { words, url } of led) expect(url).toBe(words);
});

test("an address that leads nowhere safe, or cannot stand by itself, is no such link", () => {
  const markdownOf = (address: string) => editionToMarkdown(signedEdition(reportWith({ ...text, address }, [])));
  expect(markdownOf("javascript:alert(1)")).not.toMatch(/<javascript|\]\(javascript/u);
  for (const address of ["https://a.example/?b&lt;c", "https://a.example/a b", "https://a.example/\u202Eb"]) {
    const markdown = markdownOf(address);
    expect(markdown).not.toContain(`<${address}>`);
    expect(linksIn(markdown)).toContainEqual({ words: address, url: new URL(address).href });
  }
});

test.each(reportLanguages)("a withdrawal in %s says what is taken back, and not what changed", (language) => {
  const { words } = voiceOf(language);
  const change = { kind: "withdrawal", what: "All of it", why: "The register was false" } as const;
  const taken = editionToMarkdown(correctedEdition({ ...emptyReport(), status: "withdrawn" }, { language, change }));
  expect(taken).toContain(`**${words.whatIsTakenBack}**: All of it`);
  expect(taken).not.toContain(`**${words.whatChanged}**`);
  expect(editionToMarkdown(correctedEdition(emptyReport(), { language }))).toContain(`**${words.whatChanged}**`);
});
