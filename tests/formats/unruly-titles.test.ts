import { expect, test } from "vitest";
import { editionFormats } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { needsSidecar, sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { publishedKey, signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, emptyReport, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";

const titles = [
  `"Quoted", 'single' & “curly” </title> ]]> -- {x}`,
  "\u202Egnp.exe\u202C \u2067right\u2069 to \u200Fleft",
  "👩🏽‍🚒🏳️‍🌈 flags 🇩🇪 and é é",
  "long ".repeat(2_000),
  "x".repeat(10_000),
  '=HYPERLINK("http://a.example")\t+1 -1 @x',
];

test.each(titles.map((title) => [title.slice(0, 24), title]))(
  "with the title %j every format is written and is genuine",
  { timeout: 180_000 },
  async (_, title) => {
    const claim = someClaim(1, {
      statement: title,
      quote: "Quote",
      end: 5,
      verdict: someVerdict({ rationale: title, suggestedWording: title }),
      evidence: [{ ...someEvidence, passage: title, note: title }],
    });
    const report = reportWith({ ...composeText([draft("Quote 1")]), title, byline: title }, [claim]);
    const signed = signedEdition(report, { summary: title, method: title });
    for (const format of editionFormats) await expectGenuine(signed, format);
  },
);

test("a report without claims, which no desk publishes, is written and genuine all the same", async () => {
  for (const format of editionFormats) await expectGenuine(signedEdition(emptyReport()), format);
}, 120_000);

async function expectGenuine(signed: ReturnType<typeof signedEdition>, format: (typeof editionFormats)[number]) {
  const { bytes, fileName } = await writeEdition(signed, format);
  expect(fileName).not.toMatch(/[\p{Cc}\p{Cf}/\\:"<>|?*]/u);
  const beside = needsSidecar(format) ? { sidecar: sidecarOf(signed, fileName).bytes } : {};
  const answer = await verifyFile(
    { name: fileName, bytes, ...beside },
    {
      reckon,
      trustFor: async () => ({ keys: [publishedKey()] }),
      compare: (own, found) => compareFile(own, found, writeEdition),
    },
  );
  expect([format, answer.findings.filter(({ ok }) => ok !== true)]).toEqual([format, []]);
}
