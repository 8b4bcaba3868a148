import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { reportToMarkdown } from "#lib/formats/report/report-markdown.ts";
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
import { markdownArticleText, markdownNodes, markdownWords, parsedMarkdown } from "#tests/formats/report-reading.ts";

const ours = new Set(
  "root heading paragraph text strong emphasis delete link list listItem blockquote table tableRow tableCell thematicBreak".split(
    " ",
  ),
);
const wordsIn = (markdown: string) => seen(parsedMarkdown(markdown).children.map(markdownWords).join("\n"));
const samples = sampleArticles.map((article) => [article.title, sampleReport(article)] as const);

describe.each(hostileWords.map((words) => [words.slice(0, 40), words] as const))("hostile words: %s", (_, words) => {
  const report = hostileReport(words);
  const markdown = reportToMarkdown(report);
  const plain = reportToMarkdown(hostileReport("plain words"));

  test("become no markup: only what we write ourselves is there, and links to http, https, mailto or a claim", () => {
    const nodes = markdownNodes(parsedMarkdown(markdown));
    for (const node of nodes) {
      expect(ours).toContain(node.type);
      if (node.type === "link") expect(node.url).toMatch(/^(#claim-\d+$|https?:|mailto:)/);
      if (node.type === "listItem") expect(node.checked).toBeNull();
    }
    const shape = (text: string) =>
      markdownNodes(parsedMarkdown(text)).flatMap((node) => (["text", "link"].includes(node.type) ? [] : [node.type]));
    expect(shape(markdown)).toEqual(shape(plain));
  });

  test("are all there to be read", () => {
    expect(wordsIn(markdown).split(seen(words)).length - 1).toBeGreaterThan(40);
    expect(markdownArticleText(markdown)).toBe(report.article.text);
  });
});

test("bidirectional controls do not stand raw in the source", () => {
  expect(reportToMarkdown(hostileReport("\u202Egnp.exe\u2066"))).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

describe.each(samples)("the report of %s", (_, report) => {
  const markdown = reportToMarkdown(report);

  test("the article's words are the article's text", () => {
    expect(markdownArticleText(markdown)).toBe(report.article.text);
  });

  test("holds every claim, its evidence and its sign-offs", () => {
    const words = wordsIn(markdown);
    for (const claim of report.claims) {
      expect(words).toContain(`Claim ${claim.number}`);
      const evidence = claim.evidence.flatMap(printedWords);
      const reviews = claim.verdict?.reviews.flatMap((review) => [review.name, review.comment]) ?? [];
      for (const part of [claim.statement, claim.quote, claim.verdict?.rationale ?? "", ...evidence, ...reviews]) {
        expect(words).toContain(seen(part));
      }
    }
  });
});

test("a stale verdict is struck out and named stale", () => {
  const verdict = someVerdict({ label: "Mostly true", signedOff: true });
  const claim = someClaim(1, { state: "stale", staleReason: "quote", verdict, start: 0, end: 3 });
  const markdown = reportToMarkdown(reportWith(composeText([draft("One two three.")]), [claim]));
  expect(markdown).toContain("~~Mostly true~~");
  expect(markdown.split("Mostly true")).toHaveLength(2);
  expect(markdown).toContain("**Stale, not signed off**");
  expect(markdown).toContain("The quote changed after the verdict was given.");
});

test("an empty report says so", () => {
  expect(reportToMarkdown(emptyReport())).toContain("No claim has been marked");
});

test("overlapping, nested and equal claims give the text back, whatever the overlap", () => {
  const text = fc.array(
    fc.string({ unit: fc.constantFrom(..."ab c<&*_[]()`~|\té“.:@"), minLength: 1, maxLength: 12 }),
    {
      maxLength: 4,
    },
  );
  const types = fc.constantFrom("paragraph", "list-item", "table-row", "heading", "quotation");
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 });
  fc.assert(
    fc.property(text, types, spans, (lines, type, pairs) => {
      const composed = composeText(lines.map((line) => draft(line, type)));
      const claims = pairs.map(([a, b], index) => someClaim(index + 1, { start: Math.min(a, b), end: Math.max(a, b) }));
      expect(markdownArticleText(reportToMarkdown(reportWith(composed, claims)))).toBe(composed.text);
    }),
    { numRuns: 150 },
  );
});

test("five hundred claims", () => {
  const composed = composeText(
    Array.from({ length: 500 }, (_, index) => draft(`Sentence number ${index} says a thing.`)),
  );
  const claims = composed.blocks.map((block) => someClaim(block.index + 1, { start: block.start, end: block.end }));
  expect(markdownArticleText(reportToMarkdown(reportWith(composed, claims)))).toBe(composed.text);
});
