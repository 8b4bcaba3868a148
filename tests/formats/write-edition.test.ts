import { describe, expect, test } from "vitest";
import { editionFormats, editionLayout } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { needsSidecar, sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim } from "#tests/formats/report-fixture.ts";

function titled(title: string) {
  const composed = composeText([draft("Quote 1")]);
  return signedEdition(reportWith({ ...composed, title }, [someClaim(1)]), { number: 2 });
}

describe("a file of an edition", () => {
  test.each(editionFormats)("as %s has the same bytes every time", { timeout: 120_000 }, async (format) => {
    const signed = titled("The ferry");
    const first = await writeEdition(signed, format);
    expect(first.bytes.byteLength).toBeGreaterThan(0);
    expect(first.type).toMatch(/^[a-z]+\/[a-z0-9.+-]+/);
    expect(first.fileName).toMatch(/^the-ferry-edition-2[.-]/);
    expect(Buffer.from((await writeEdition(signed, format)).bytes).equals(first.bytes)).toBe(true);
  });

  test("is named so that no two formats have the same name", async () => {
    const names = await Promise.all(
      editionFormats.map(async (format) => (await writeEdition(titled("A"), format)).fileName),
    );
    expect(new Set(names).size).toBe(editionFormats.length);
  }, 120_000);

  test.each([
    ["../../etc/passwd", "etc-passwd-edition-2.json"],
    ["'\"‮:*?", "report-edition-2.json"],
    ["Паром № 7 — 渡し船", "паром-7-渡し船-edition-2.json"],
    ["a".repeat(10_000), `${"a".repeat(48)}-edition-2.json`],
  ])("called %j is %s", async (title, name) => {
    const { fileName } = await writeEdition(titled(title), "json");
    expect(fileName).toBe(name);
    expect(Buffer.byteLength(fileName)).toBeLessThan(255);
  });

  test("that cannot hold its edition has it beside it", () => {
    const signed = titled("The ferry");
    const beside = sidecarOf(signed, "ferry.csv");
    expect(beside.fileName).toBe("ferry.csv.stet.json");
    expect(new TextDecoder().decode(beside.bytes)).toBe(canonicalJson({ ...signed, layout: editionLayout }));
    expect(editionFormats.filter(needsSidecar)).toEqual([
      ...["csv", "changes", "sources", "bibtex", "ris", "claimreview", "annotations"],
    ]);
  });
});
