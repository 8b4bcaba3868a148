import type { Report, ReportClaim } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict, withCsl } from "#tests/formats/report-fixture.ts";

export const hostileWords: readonly string[] = [
  "[x](javascript:alert(1))",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</style></title></textarea><svg onload=alert(1)>",
  "<!-- a comment --> <?php ?> <![CDATA[x]]>",
  "`code` ``` ~~~ ```js",
  "a | b | c || --- | :-: |",
  "\u202Egnp.exe\u202C and \u2066isolated",
  "javascript:alert(document.domain)",
  "JavaScript://a.example/%0Aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "file:///etc/passwd",
  "![pixel](http://tracker.example/x.png)",
  "# heading",
  "> quotation",
  "1. first",
  "- [ ] task",
  "---",
  "===",
  "&lt;b&gt; &amp; &#x3C;",
  "*a* _b_ **c** ~~d~~ ***e***",
  "[^1] and [^1]: a note",
  "[ref]: javascript:alert(1)",
  "a backslash \\ and one at the end \\",
  "<javascript:alert(1)> <http://a.example>",
  "    indented by four",
  "x".repeat(10_000),
];

/** A report that says the same hostile words in every place that takes words from people or from outside. */
export function hostileReport(words: string): Report {
  const link = { type: "link" as const, href: words };
  const composed = composeText([
    { type: "paragraph", runs: [{ text: words, marks: [link, { type: "strong" }] }] },
    draft(words, "heading"),
    draft(words),
    draft(words, "list-item"),
    draft(words, "table-row"),
  ]);
  const verdict = someVerdict({
    label: words,
    definition: words,
    rationale: words,
    suggestedWording: words,
    proposedBy: words,
    reviews: [{ name: words, decision: "return", at: words, comment: words }],
  });
  const source = { title: words, publication: words, author: words, publishedOn: words, address: words };
  const hidden = {
    confidential: true as const,
    stance: "context" as const,
    kind: "expert" as const,
    describedAs: words,
  };
  const evidence = {
    ...someEvidence,
    calculation: [{ line: words, result: words, problem: words }],
    // the numbers of a date are numbers, whatever else somebody writes
    source: { ...withCsl({ kind: "post" as const, ...source, publishedOn: "2026" }), publishedOn: words },
    passage: words,
    locator: words,
    note: words,
    accessedOn: words,
  };
  const fields = { statement: words, claimant: words, saidOn: words, saidIn: words, quote: words };
  const base: Partial<ReportClaim> = {
    ...fields,
    start: 0,
    end: composed.text.length,
    verdict,
    evidence: [evidence, hidden],
  };
  const claims = [
    someClaim(1, base),
    someClaim(2, { ...base, state: "stale", staleReason: "quote" }),
    someClaim(3, { ...base, state: "withdrawn", withdrawnReason: words }),
    someClaim(4, { ...base, state: "returned" }),
  ];
  const article = {
    title: words,
    byline: words,
    publisher: words,
    publishedOn: words,
    address: words,
    language: words,
  };
  const report = reportWith({ ...composed, ...article }, claims);
  return { ...report, desk: words, people: { checkedBy: [words, words], reviewedBy: [words] } };
}

/** As a reader sees it: white space is one space. */
export function seen(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}
