import { describe, expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { type FileToVerify, verifyFile } from "#lib/formats/proof/verify-file.ts";
import { correctedEdition, publishedKey, signedEdition } from "#tests/formats/edition-fixture.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const keys = [publishedKey()];
const { publicKey } = publishedKey();

function check(file: FileToVerify, trust: object = { keys }) {
  return verifyFile(file, {
    reckon,
    trustFor: async () => trust,
    compare: (bytes, found) => compareFile(bytes, found, writeEdition),
  });
}

async function refusal(file: FileToVerify, trust?: object): Promise<readonly string[]> {
  const { verdict, findings } = await check(file, trust);
  expect(verdict).toBe("refused");
  return findings.filter(({ ok }) => ok === false).map(({ sentence }) => sentence);
}

const signed = signedEdition(undefined, { summary: "Fewer than 5 < 6, it says." });
const named = (keyId: string): SignedEdition => ({ ...signed, proof: { ...signed.proof, keyId } });

describe("what no signature covers has no room for words", () => {
  const note = named("NOTE OF THE DESK, 24 Nov 2026: all ratings were revised to TRUE.");
  const byAnId = ["The proof names its key by something else than an id: it was changed."];

  test.each(["html", "markdown", "docx", "xlsx", "json"] as const)("a note as the key's name in %s", async (format) => {
    const { bytes, fileName } = await writeEdition(note, format);
    for (const trust of [{}, { publicKey }, { keys }])
      expect(await refusal({ name: fileName, bytes }, trust)).toEqual(byAnId);
  });

  test("nor has what only looks like an id", async () => {
    const { keyId } = signed.proof;
    for (const name of [
      "",
      keyId.toUpperCase().replace("0", "A"),
      ` ${keyId}`,
      `${keyId}\n`,
      keyId.replaceAll("-", ""),
    ]) {
      const { bytes } = await writeEdition(named(name), "json");
      expect(await refusal({ name: "a.json", bytes }, { publicKey })).toEqual(byAnId);
    }
  });

  test("and another id is never more than not looked at", async () => {
    const { bytes, fileName } = await writeEdition(named("01940000-0000-7000-8000-0000000005ff"), "markdown");
    expect((await check({ name: fileName, bytes }, { publicKey })).verdict).toBe("whole");
    expect((await check({ name: fileName, bytes })).verdict).toBe("refused");
  });
});

describe("the JSON of an edition", () => {
  const whole = "The edition in it is whole, but the file around it is not as it was written.";
  const text = async (edition = signed) => new TextDecoder().decode((await writeEdition(edition, "json")).bytes);
  const sentencesOf = async (words: string) => await refusal({ name: "a.json", bytes: bytesOf(words) });

  test("is itself under its own ending, or under none, and refused under another", async () => {
    const bytes = bytesOf(await text());
    for (const name of ["a.json", "A.JSON", "a.b.json", "edition"])
      expect([name, (await check({ name, bytes })).verdict]).toEqual([name, "genuine"]);
    for (const name of ["a.html", "a.json.html", "a.HTM", "a.html.", "a.svg", "a.jsonld", "a.json "])
      expect([name, await refusal({ name, bytes })]).toEqual([name, [expect.stringContaining("name it .json")]]);
  });

  test("is refused where a byte of it is missing, is too much or is written otherwise, with the place", async () => {
    const json = await text();
    expect(await sentencesOf(json.slice(0, -1))).toEqual([expect.stringMatching(`^${whole}.* it was cut`)]);
    expect(await sentencesOf(`${json}\n`)).toContainEqual(expect.stringMatching(`^${whole}.*added at its end`));
    expect(await sentencesOf(json.replace('"layout":1,', ""))).toEqual([
      expect.stringMatching(`^${whole} Line 1 reads “proof`),
    ]);
    const escaped = json.replaceAll("<", "\\u003c");
    expect(escaped).not.toBe(json);
    expect(await sentencesOf(escaped)).toEqual([expect.stringMatching(`^${whole} Line 1 reads “.*u003c`)]);
    expect(await sentencesOf(json.replace("{", "{ "))).toContainEqual(expect.stringContaining(whole));
    expect(await sentencesOf(json.replace('"layout":1,', '"layout":9007199254740991,'))).toEqual([
      expect.stringContaining("layout is missing or not what it has to be"),
    ]);
  });

  test("needs no line feed where it was made to stand beside another file", async () => {
    const beside = sidecarOf(signed, "a.csv");
    expect(beside.bytes.at(-1)).not.toBe(0x0a);
    for (const bytes of [beside.bytes, bytesOf(await text())])
      expect((await check({ name: beside.fileName, bytes })).verdict).toBe("genuine");
    expect(await refusal({ name: beside.fileName, bytes: beside.bytes.subarray(0, -1) })).toHaveLength(1);
    // Another file gains nothing by the name.
    const csv = (await writeEdition(signed, "csv")).bytes;
    expect(csv.at(-1)).toBe(0x0a);
    const cut = { name: beside.fileName, bytes: csv.subarray(0, -1), sidecar: beside.bytes };
    expect(await refusal(cut)).toEqual([expect.stringContaining("it was cut")]);
  });
});

test("a file and its own sidecar go together, however each of them writes the same edition", async () => {
  for (const format of ["html", "markdown", "json"] as const) {
    const { bytes, fileName } = await writeEdition(signed, format);
    const own = sidecarOf(signed, fileName).bytes;
    const withoutLayout = bytesOf(canonicalJson(signed));
    const escaped = bytesOf(canonicalJson(signed).replaceAll("<", "\\u003c"));
    for (const sidecar of [own, withoutLayout, escaped])
      expect([format, (await check({ name: fileName, bytes, sidecar })).verdict]).toEqual([format, "genuine"]);
    const other = bytesOf(canonicalJson(correctedEdition()));
    expect(await refusal({ name: fileName, bytes, sidecar: other })).toEqual([expect.stringContaining("swapped")]);
    const resigned = bytesOf(canonicalJson(named("01940000-0000-7000-8000-0000000005ff")));
    expect(await refusal({ name: fileName, bytes, sidecar: resigned })).toEqual([expect.stringContaining("swapped")]);
    expect(await refusal({ name: fileName, bytes, sidecar: bytesOf("{}") })).toEqual([
      expect.stringMatching(/^The file beside it holds no edition/),
    ]);
  }
});
