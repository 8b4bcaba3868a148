import { expect, test } from "vitest";
import { writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { publishedKey, signedEdition } from "#tests/formats/edition-fixture.ts";
import { manyClaims } from "#tests/formats/report-many.ts";

test("an edition of 5,000 claims is signed, written and verified", { timeout: 120_000 }, async () => {
  const signed = signedEdition(manyClaims(5_000));
  for (const format of ["json", "html"] as const) {
    const { bytes, fileName } = await writeEdition(signed, format);
    const answer = await verifyFile(
      { name: fileName, bytes },
      {
        reckon,
        trustFor: async () => ({ keys: [publishedKey()] }),
        compare: (own, found) => compareFile(own, found, writeEdition),
      },
    );
    expect([format, answer.verdict, answer.key]).toEqual([format, "genuine", "vouched"]);
  }
});
