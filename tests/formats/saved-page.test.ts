import { expect, test } from "vitest";
import { reportPageToHtml } from "#lib/formats/edition/public-report.ts";
import { writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { publishedKey, signedEdition } from "#tests/formats/edition-fixture.ts";

const signed = signedEdition();
const verified = (html: string, name = "report.html") =>
  verifyFile(
    { name, bytes: new TextEncoder().encode(html) },
    {
      reckon,
      trustFor: async () => ({ keys: [publishedKey()] }),
      compare: (bytes, found) => compareFile(bytes, found, writeEdition),
    },
  );
const saved = () => {
  const root = "https://desk.example/r/a/1";
  const page = { canonical: root, isIndexed: true, notices: [], root, hasClaimPages: true, files: [], since: null };
  return reportPageToHtml(signed, page);
};

test("the desk's page of an edition, saved, is told from its file, and never relied on", async () => {
  const { verdict, findings } = await verified(await saved());
  expect(verdict).toBe("uncompared");
  const sentence = findings.find(({ code }) => code === "content")?.sentence;
  expect(sentence).toContain("the desk's page of this edition, saved");
  expect(sentence).toContain(`${signed.edition.address}/report.html`);
});

test("a changed edition in a saved page is refused like any other", async () => {
  const html = (await saved()).replace('"summary":""', '"summary":"All is well."');
  expect((await verified(html)).verdict).toBe("refused");
});

test("a report that was cut before its edition says so", async () => {
  const html = await saved();
  const { verdict, findings, signed: read } = await verified(html.slice(0, html.indexOf("<script")));
  expect([verdict, read]).toEqual(["refused", null]);
  expect(findings[0]?.sentence).toContain("was cut, or is none");
});
