import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { editionToSources } from "#lib/formats/citations/edition-sources.ts";
import { cited, source } from "#tests/formats/cited-sources.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { emptyReport, reportWith, someClaim, someEvidence } from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";

describe("the source list", () => {
  test.each(["apa", "harvard1", "vancouver"] as const)(
    "in %s has each source once, with its claims and copy",
    (style) => {
      const capture = { digest: "ab".repeat(32), address: "", mediaType: "text/html", obtainedBy: "A checker" };
      const item = { ...cited[0], capture: { ...capture, obtainedAt: "2026-05-05T10:00:00.000Z" } };
      const claims = [someClaim(1, { evidence: cited }), someClaim(2, { evidence: [{ ...someEvidence, ...item }] })];
      const html = editionToSources(signedEdition(reportWith(composeText([]), claims)), style);
      expect(html.match(/<li /gu)?.length).toBe(cited.length);
      expect(html).toContain("For claims 1, 2. Accessed 6 May 2026.");
      expect(html).toContain(`sha256 ${"ab".repeat(32)}, 2026-05-05`);
      expect(html).toMatch(/van der Berg,? J/u);
      expect(html).toContain('<p dir="rtl">');
    },
  );

  test.each(hostileWords)("keeps %j as words", (words) => {
    const html = editionToSources(signedEdition(hostileReport(words)));
    expect(html).not.toMatch(/<(?:script|img|svg)\b/iu);
    for (const [, href] of html.matchAll(/ href="([^"]*)"/gu)) expect(href).toMatch(/^(?:https?|mailto):/u);
  });

  test("says at its top what was corrected, and that nothing is cited", () => {
    const html = editionToSources(correctedEdition(emptyReport()));
    expect(html).toContain("Correction, 2026-06-24. The rating of claim 2. A source had been read wrongly.");
    expect(html).toContain("No source is cited.");
  });

  test("leads from the DOI and the address where they are printed, and prints an address once", () => {
    const address = "https://a.example/boats";
    const evidence = [source({ doi: "10.1000/a_b%1", type: "webpage" }), source({ address, type: "webpage" })];
    for (const style of ["apa", "vancouver"] as const) {
      const html = editionToSources(signedEdition(reportWith(composeText([]), [someClaim(1, { evidence })])), style);
      expect(html).toMatch(/<a href="https:\/\/doi\.org\/10\.1000\/a_b%251"[^>]*>[^<]*10\.1000\/a_b%1<\/a>/u);
      expect(html.split(`href="${address}"`)).toHaveLength(2);
      expect(html.replace(/<[^>]*>/gu, "").split(address)).toHaveLength(2);
    }
  });

  test("has a title that a tab can show, whatever that of the article, which is its heading", () => {
    const title = "A title of many words. ".repeat(40).trim();
    const html = editionToSources(signedEdition({ ...emptyReport(), article: { ...emptyReport().article, title } }));
    expect(html).toMatch(/^<!DOCTYPE html>/u);
    expect(html).toContain(`<h1 dir="ltr">Sources. Fact check of “${title}”</h1>`);
    const [, shown = ""] = /<title>([^<]*)<\/title>/u.exec(html) ?? [];
    expect(shown).toMatch(/^Sources\. Fact check of “A title of many words\..*…$/u);
    expect(shown.length).toBeLessThanOrEqual(70);
  });
});
