import { createHash } from "node:crypto";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { type EditionFormat, editionFormats, type SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { needsSidecar, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile, type Writer } from "#lib/formats/proof/compare-file.ts";
import { sign } from "#lib/formats/proof/sign.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { type FileToVerify, verifyFile } from "#lib/formats/proof/verify-file.ts";
import {
  correctedEdition,
  otherKey,
  publishedKey,
  signedEdition,
  someEdition,
} from "#tests/formats/edition-fixture.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const keys = [publishedKey()];

function check(file: FileToVerify, write: Writer = writeEdition) {
  return verifyFile(file, {
    reckon,
    trustFor: async () => ({ keys }),
    compare: (bytes, found) => compareFile(bytes, found, write),
  });
}

const signed = signedEdition();
const written = new Map<EditionFormat, ReturnType<Writer>>();

/** Writes each format of the one edition once: what is tried is the reading. */
const once: Writer = (edition, format) => {
  if (edition.edition.id !== signed.edition.id) return writeEdition(edition, format);
  const known = written.get(format) ?? writeEdition(signed, format);
  written.set(format, known);
  return known;
};
const sidecar = bytesOf(canonicalJson(signed));

describe.each(editionFormats)("%s", (format) => {
  let made: { readonly bytes: Uint8Array; readonly fileName: string };
  const fileOf = (bytes: Uint8Array): FileToVerify => ({
    name: made.fileName,
    bytes,
    ...(needsSidecar(format) && { sidecar }),
  });

  beforeAll(async () => {
    made = await writeEdition(signed, format);
  });

  test("is genuine as it was made", async () => {
    const answer = await check(fileOf(made.bytes), writeEdition);
    expect(answer.findings.filter(({ ok }) => ok !== true)).toEqual([]);
    expect(answer.verdict).toBe("genuine");
  });

  test("is refused with one byte flipped, wherever", async () => {
    for (const at of placesIn(made.bytes)) {
      const bytes = Uint8Array.from(made.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect([at, (await check(fileOf(bytes), once)).verdict]).toEqual([at, "refused"]);
    }
  });

  test("is refused when it was cut or something was added", async () => {
    const { bytes } = made;
    for (const end of [0, 1, 100, Math.floor(bytes.length / 2), bytes.length - 2]) {
      expect((await check(fileOf(bytes.subarray(0, end)), once)).verdict).toBe("refused");
    }
    const longer = new Uint8Array([...bytes, 0x20, 0x78]);
    expect((await check(fileOf(longer), once)).verdict).toBe("refused");
  });

  test("is refused with the proof of another edition", async () => {
    const other = correctedEdition();
    const file = { ...fileOf(made.bytes), sidecar: bytesOf(canonicalJson(other)) };
    expect((await check(file, once)).verdict).toBe("refused");
  });

  test("is refused when an unknown key signed it again", async () => {
    const forged = sign(someEdition(undefined, { summary: "All of it is true." }), otherKey);
    const { bytes, fileName } = await writeEdition(forged, format);
    const beside = needsSidecar(format) ? { sidecar: bytesOf(canonicalJson(forged)) } : {};
    const answer = await check({ name: fileName, bytes, ...beside });
    expect(answer.findings.filter(({ ok }) => ok === false).map(({ code }) => code)).toEqual(["key"]);
  });
});

/** Twenty places that no file chooses, its first and its last among them. */
function placesIn(bytes: Uint8Array): number[] {
  const places = Array.from({ length: 18 }, (_, index) => {
    const sum = createHash("sha256").update(`${index}`).digest();
    return sum.readUInt32BE() % bytes.length;
  });
  return [0, bytes.length - 1, ...places];
}

const sentences = async (file: FileToVerify, write?: Writer) =>
  (await check(file, write)).findings.filter(({ ok }) => ok !== true).map(({ sentence }) => sentence);

/** A format that is nothing but its title, to see what is said of a difference. */
const plain: Writer = async ({ edition }) => ({
  bytes: bytesOf(`# ${edition.report.article.title}\nIt is half true.\n`),
});

test("words that were changed are shown beside those of the edition", async () => {
  const { bytes } = await plain(signed, "csv");
  const words = new TextDecoder().decode(bytes).replace("half", "quite");
  expect(await sentences({ name: "a.csv", bytes: bytesOf(words), sidecar }, plain)).toEqual([
    "Line 2 reads “quite true. ”, and this edition gives “half true. ”.",
  ]);
});

test("what is no export is told in a sentence", async () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ["empty.html", new Uint8Array()],
    ["a.txt", bytesOf("Good morning")],
    ["a.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])],
    ["a.pdf", bytesOf("%PDF-1.7\nnothing")],
    ["a.docx", zipSync({ "word/document.xml": bytesOf("<w/>") })],
    ["a.docx", bytesOf("PK\u0003\u0004 no zip")],
    ["a.json", bytesOf('{"edition":1}')],
  ];
  for (const [name, bytes] of files) {
    expect(await check({ name, bytes })).toMatchObject({ verdict: "refused", signed: null });
    expect(await sentences({ name, bytes })).toHaveLength(1);
  }
});

test("a file of 50 MB is answered", async () => {
  const filler = "It rained on the ferry. ".repeat(2_200_000);
  expect(filler.length).toBeGreaterThan(50 * 1024 * 1024);
  expect((await check({ name: "a.html", bytes: bytesOf(filler) })).verdict).toBe("refused");
  expect((await check({ name: "a.csv", bytes: bytesOf(filler), sidecar }, plain)).verdict).toBe("refused");
  const inside = `{"edition":${JSON.stringify(filler)}}`;
  expect((await check({ name: "a.json", bytes: bytesOf(inside) })).verdict).toBe("refused");
});

test("an old edition keeps its number and does not pass as the newer one", async () => {
  const older: SignedEdition = { ...signed, edition: { ...signed.edition, number: 2 } };
  const answer = await check({ name: "a.json", bytes: bytesOf(`${canonicalJson(older)}\n`) });
  expect(answer.findings.filter(({ ok }) => ok === false).map(({ code }) => code)).toContain("digest");
});
