import { expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { reportDigest, reportToJson } from "#lib/formats/report/report-json.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { draft, emptyReport, reportWith, sampleReport, someClaim, someVerdict } from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";

test.each(sampleArticles.map((article) => [article.title, sampleReport(article)] as const))(
  "the JSON of %s holds the whole report",
  (_, report) => {
    expect(JSON.parse(reportToJson(report))).toEqual(report);
  },
);

test.each(hostileWords.map((words) => [words.slice(0, 40), words] as const))(
  "keeps hostile words as they are: %s",
  (_, words) => {
    const report = hostileReport(words);
    expect(JSON.parse(reportToJson(report))).toMatchObject({ desk: words, article: { title: words } });
  },
);

test("one line, ended by a line feed, and the digest is of the line without it", () => {
  const json = reportToJson(emptyReport());
  expect(json.split("\n")).toHaveLength(2);
  const { generatedAt: _, ...rest } = JSON.parse(json);
  expect(reportDigest(emptyReport())).toBe(sha256Hex(canonicalJson(rest)));
  expect(reportDigest({ ...emptyReport(), generatedAt: "2030-01-01T00:00:00.000Z" })).toBe(reportDigest(emptyReport()));
});

test("the digest does not depend on the order of keys, and changes with any word", () => {
  const report = emptyReport();
  const reversed = { ...Object.fromEntries(Object.entries(report).reverse()), ...report };
  expect(reportDigest(reversed)).toBe(reportDigest(report));
  expect(reportDigest({ ...report, desk: `${report.desk}.` })).not.toBe(reportDigest(report));
});

test("a stale, withdrawn or undecided verdict is never written as signed off", () => {
  const composed = composeText([draft("One two three.")]);
  for (const state of ["open", "progress", "proposed", "returned", "stale", "withdrawn"] as const) {
    const report = reportWith(composed, [someClaim(1, { state, verdict: someVerdict({ signedOff: true }) })]);
    expect(reportToJson(report)).toContain('"signedOff":false');
    expect(reportToJson(report)).not.toContain('"signedOff":true');
    expect(report.summary.signedOff).toBe(0);
  }
  expect(reportToJson(reportWith(composed, [someClaim(1)]))).toContain('"signedOff":true');
});
