import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { editionFormats, editionLayout, type SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { needsSidecar, sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { correctedEdition, otherKey, publishedKey, signedEdition } from "#tests/formats/edition-fixture.ts";

const keys = [publishedKey()];
const bytesOf = (text: string) => new TextEncoder().encode(text);

function check(
  name: string,
  bytes: Uint8Array,
  { sidecar, trust = { keys } }: { sidecar?: Uint8Array; trust?: object } = {},
) {
  return verifyFile(
    { name, bytes, ...(sidecar && { sidecar }) },
    { reckon, trustFor: async () => trust, compare: (own, found) => compareFile(own, found, writeEdition) },
  );
}

const signed = signedEdition();
const later: SignedEdition = { ...signed, layout: editionLayout + 6 };

test.each(editionFormats.filter((format) => format !== "json"))(
  "%s: a file of another release is told from a genuine one and from a changed one",
  { timeout: 120_000 },
  async (format) => {
    const { bytes, fileName } = await writeEdition(later, format);
    const sidecar = needsSidecar(format) ? { sidecar: sidecarOf(later, fileName).bytes } : {};
    // The number alone, with all else as this release lays it out, is no difference.
    expect(await check(fileName, bytes, sidecar)).toMatchObject({ verdict: "genuine", key: "vouched" });
    const answer = await check(fileName, changed(bytes), sidecar);
    expect(["uncompared", "refused"]).toContain(answer.verdict);
    const last = answer.findings.at(-1);
    if (answer.verdict === "uncompared") {
      expect(last).toMatchObject({ code: "content", ok: null });
      expect(last?.sentence).toContain("another release of Stet");
      expect(last?.sentence).toContain(signed.edition.address);
    }
    if (["html", "markdown", "csv"].includes(format)) expect(answer.verdict).toBe("uncompared");
  },
);

/** One letter of the words that everybody sees, where the file is text; elsewhere one byte. */
function changed(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const word = text.indexOf(" the ");
  const at = word === -1 ? Math.floor(bytes.length / 2) : bytesOf(text.slice(0, word)).length + 1;
  return Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
}

test("the edition's own file says its layout, and another number there changes nothing", async () => {
  for (const layout of [undefined, 1, 999]) {
    const { bytes } = await writeEdition(layout === undefined ? signed : { ...signed, layout }, "json");
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ ...signed, layout: layout ?? editionLayout });
    expect((await check("a.json", bytes)).verdict).toBe("genuine");
  }
  for (const layout of [0, -1, 1.5, "1", null]) {
    const answer = await check("a.json", bytesOf(canonicalJson({ ...signed, layout })));
    expect(answer.verdict).toBe("refused");
  }
});

test("a forger gains nothing by the number: neither whole nor genuine, with whatever edition and key", async () => {
  const csv = bytesOf("claim,verdict\n1,True\n");
  for (const layout of [2, 999]) {
    const sidecar = bytesOf(canonicalJson({ ...signed, layout }));
    expect((await check("a.csv", csv, { sidecar })).verdict).toBe("uncompared");
    expect((await check("a.csv", csv, { sidecar, trust: {} })).verdict).toBe("uncompared");
    expect((await check("a.csv", csv, { sidecar, trust: { keys: [publishedKey(otherKey)] } })).verdict).toBe("refused");
    const swapped = bytesOf(canonicalJson({ ...signed, proof: correctedEdition().proof, layout }));
    expect((await check("a.csv", csv, { sidecar: swapped })).verdict).toBe("refused");
  }
});

/**
 * SHA-256 of what each format gives in the present layout. Where it is another, files of before would no longer compare:
 * raise `editionLayout`, once for every release that changes any of them, and record these anew (`vitest -u`).
 */
test(`layout ${editionLayout} gives these files`, { timeout: 240_000 }, async () => {
  const editions = [
    signed,
    correctedEdition(undefined, { template: "editor", language: "de" }),
    correctedEdition(undefined, { template: "writer", language: "ar" }),
  ];
  const sums: Record<string, string> = { layout: String(editionLayout) };
  for (const format of editionFormats) {
    const sum = createHash("sha256");
    for (const edition of editions) sum.update((await writeEdition(edition, format)).bytes);
    sums[format] = sum.digest("hex").slice(0, 16);
  }
  expect(sums).toMatchInlineSnapshot(`
    {
      "annotations": "cd973c49e0f783d1",
      "bibtex": "f3b6da02eb10fce3",
      "changes": "f175b523eea3fc73",
      "claimreview": "796830922b6b4161",
      "csv": "81c61c04104b766a",
      "docx": "09d8275d6a5a387f",
      "html": "28edfbf7d1b17c21",
      "json": "aba701cd42aecf66",
      "layout": "1",
      "markdown": "79ad2827f9554cb9",
      "pdf": "92a73adfcb10b5dd",
      "pdf-archive": "f537a1009dfcc648",
      "ris": "cadc8054df0139b0",
      "sources": "be97c0fb5ba79490",
      "xlsx": "9bcd55f490016a41",
    }
  `);
});
