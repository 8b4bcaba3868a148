import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { reportTemplates } from "#lib/domain/edition.ts";
import { editionToSources } from "#lib/formats/citations/edition-sources.ts";
import { claimEmbedToHtml } from "#lib/formats/edition/claim-embed.ts";
import { claimPageToHtml } from "#lib/formats/edition/claim-page.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { previewToHtml } from "#lib/formats/edition/preview-html.ts";
import { reportLanguages } from "#lib/formats/report/voice.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { emptyReport, sampleReport } from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  // A list without bullets is no list to Safari's VoiceOver unless its role says so.
  rules: { "no-redundant-role": "off" },
});

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

const pages = reportTemplates.flatMap((template) =>
  reportLanguages.map((language) => {
    const change = { template, language, summary: "Most of it stands.", method: "Two people read it." };
    return [template, language, change] as const;
  }),
);

const notices = [{ words: "There is a newer edition.", link: { words: "Read it.", href: "https://desk.example/r/2" } }];
const page = {
  canonical: "https://desk.example/c",
  isIndexed: true,
  notices,
  report: "https://desk.example/r",
  review: "{}",
};

describe("an HTML validator finds no fault", () => {
  test.each(pages)("in the page for the %s in %s", async (_, __, change) => {
    for (const article of sampleArticles) {
      expect(await faultsOf(await editionToHtml(correctedEdition(sampleReport(article), change)))).toEqual([]);
    }
  });

  test.each(reportLanguages)("in the page of each claim, its frame and the list of sources in %s", async (language) => {
    const signed = correctedEdition(undefined, { language });
    for (const { id } of signed.edition.report.claims) {
      expect(await faultsOf(claimPageToHtml(signed, id, page) ?? "")).toEqual([]);
      expect(await faultsOf(claimEmbedToHtml(signed, id, { address: page.canonical, notices }) ?? "")).toEqual([]);
    }
    expect(await faultsOf(editionToSources(signed))).toEqual([]);
  });

  test("in a report without claims, and in the preview", async () => {
    const { edition } = signedEdition();
    expect(await faultsOf(await editionToHtml(signedEdition(emptyReport())))).toEqual([]);
    expect(await faultsOf(editionToSources(signedEdition(emptyReport())))).toEqual([]);
    expect(await faultsOf(await previewToHtml(edition))).toEqual([]);
  });

  test.each(hostileWords)("in a report all of whose words are %j", async (words) => {
    const signed = signedEdition(hostileReport(words), { summary: words, method: words, template: "editor" });
    expect(await faultsOf(await editionToHtml(signed))).toEqual([]);
    expect(await faultsOf(editionToSources(signed))).toEqual([]);
  });
});
