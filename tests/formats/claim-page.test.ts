import { describe, expect, test } from "vitest";
import { claimEmbedToHtml } from "#lib/formats/edition/claim-embed.ts";
import { claimPageToHtml } from "#lib/formats/edition/claim-page.ts";
import { editionsToAtom } from "#lib/formats/edition/editions-atom.ts";
import { documentPolicy } from "#lib/formats/edition/page-parts.ts";
import { reportPageToHtml } from "#lib/formats/edition/public-report.ts";
import { readXml } from "#lib/formats/import/xml.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";

const signed = signedEdition();
const [claim] = signed.edition.report.claims;
if (claim === undefined) throw new Error("The sample has claims");
const page = {
  canonical: "https://desk.example/r/a/1/claims/b",
  isIndexed: true,
  notices: [{ words: "There is a newer edition.", link: { words: "Read it.", href: "https://desk.example/r/a/2" } }],
  report: "https://desk.example/r/a/1",
  review: JSON.stringify({ claimReviewed: "</script><script>alert(1)</script>" }),
};
const html = claimPageToHtml(signed, claim.id, page) ?? "";

describe("the page of a claim", () => {
  test("says what the edition says of it, what became of it since, and how to check it", () => {
    for (const words of [
      claim.statement,
      claim.verdict?.rationale ?? "",
      "There is a newer edition.",
      signed.proof.keyId,
    ])
      expect(html).toContain(words.split(/[\n'"&]/)[0]);
    expect(html).toContain('<link rel="canonical" href="https://desk.example/r/a/1/claims/b">');
    expect(html).toContain('<meta name="robots" content="index, follow">');
    expect([...html.matchAll(/<h1[ >]/g)]).toHaveLength(1);
    expect(html).not.toContain("<h3");
  });

  test("holds its ClaimReview where no parser of HTML finds an end of it, and nothing else that could run", () => {
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="application/ld+json">']);
    expect(html).toContain("\\u003c/script>\\u003cscript>alert(1)");
    expect(html).not.toMatch(/ style=| on[a-z]+=|<link rel="stylesheet"|src="http/);
  });

  test("is nothing where the edition does not print the claim, and does not ask to be listed when it may not be", () => {
    expect(claimPageToHtml(signed, "01940000-0000-7000-8000-00000000dead", page)).toBeNull();
    expect(claimPageToHtml(signed, claim.id, { ...page, isIndexed: false })).toContain('content="noindex"');
  });

  test("of a correction says what changed and why", () => {
    const corrected = claimPageToHtml(correctedEdition(), claim.id, page);
    expect(corrected).toContain("A source had been read wrongly.");
  });
});

test("an embed fits a frame on any page, runs nothing, and names its style in its policy", () => {
  const embed = claimEmbedToHtml(signed, claim.id, { address: page.canonical, notices: [] }) ?? "";
  expect(embed).toContain('target="_blank" rel="noopener"');
  expect(embed).not.toMatch(/<script| style=/);
  expect(documentPolicy(embed, "*")).toMatch(/style-src 'sha256-[\w+/]+=*'; .*frame-ancestors \*$/);
  expect(documentPolicy(embed, "'none'")).toMatch(/frame-ancestors 'none'$/);
  expect(claimEmbedToHtml(signed, "nobody's", { address: "", notices: [] })).toBeNull();
});

test("the report's page is its file with what became of it above, its files below, and no second word on robots", async () => {
  const files = [{ name: "report.pdf", format: "PDF" }];
  const report = await reportPageToHtml(signed, {
    ...page,
    root: page.report,
    hasClaimPages: true,
    files,
    since: null,
  });
  expect([...report.matchAll(/<meta name="robots"/g)]).toHaveLength(1);
  expect(report).toContain('href="https://desk.example/r/a/1/report.pdf"');
  expect(report).toContain(`href="https://desk.example/r/a/1/claims/${claim.id}"`);
  expect(report.indexOf("There is a newer edition.")).toBeLessThan(report.indexOf("<h1"));
  expect(report.trimEnd().endsWith("</nav></body></html>")).toBe(true);
  const inside = /<meta http-equiv="Content-Security-Policy" content="[^"]*(sha256-[^']+)'/.exec(report)?.[1] ?? "none";
  expect(documentPolicy(report, "'none'")).toContain(inside);
});

test("the ways below a report's page are in the report's language", async () => {
  const arabic = { ...signed, edition: { ...signed.edition, language: "ar" } };
  const files = [{ name: "edition.json", word: "signedJson" }] as const;
  const report = await reportPageToHtml(arabic, {
    ...page,
    root: page.report,
    hasClaimPages: true,
    files,
    since: null,
  });
  const ways = report.slice(report.lastIndexOf("<nav"));
  expect(ways).toContain(">JSON موقَّع</a>");
  expect(ways.replaceAll(/<[^>]*>|JSON/g, "")).not.toMatch(/[a-z]/i);
});

test("a feed of editions is XML whatever the titles are, and says what was withdrawn", () => {
  const report = { ...signed.edition.report, status: "withdrawn" as const };
  const article = { ...report.article, title: 'A "ferry" <b> & \u0001 ]]> \ud800' };
  const change = { kind: "withdrawal", what: "All.", why: "A forged copy." } as const;
  const atom = editionsToAtom([{ ...signed.edition, change, report: { ...report, article } }, signed.edition], {
    address: "https://desk.example/feeds/a/editions.atom",
    next: null,
    pageOf: ({ number }) => `https://x.example/?a&${number}`,
  });
  expect(readXml(atom)).toMatchObject({ ok: true });
  expect(atom).toContain("<title>Withdrawn: A &quot;ferry&quot; &lt;b&gt; &amp;  ]]&gt; \ufffd</title>");
  expect(atom).toContain("All. A forged copy.</summary>");
});

test("an entry of a feed speaks the language of its edition", () => {
  const change = { kind: "correction", what: "Die Zahl", why: "Falsch gelesen" } as const;
  const place = {
    address: "https://desk.example/feeds/a/editions.atom",
    next: null,
    pageOf: () => "https://x.example/",
  };
  const atom = editionsToAtom([{ ...signed.edition, language: "de", change }], place);
  expect(atom).toMatch(/<summary xml:lang="de">Berichtigung, [^<]*: Die Zahl\. Falsch gelesen\. Behauptungen: \d/u);
  const report = { ...signed.edition.report, status: "withdrawn" as const };
  expect(editionsToAtom([{ ...signed.edition, language: "de", report }], place)).toContain("<title>Zurückgezogen: ");
});
