import { inflateSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { EditionFormat, SignedEdition } from "#lib/domain/edition.ts";
import { writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { findProof } from "#lib/formats/proof/find-proof.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { publishedKey, signedEdition } from "#tests/formats/edition-fixture.ts";

const keys = [publishedKey()];
const signed = signedEdition();
/** What a forger would have it say: one letter of the article's title, and nothing signed again. */
const title = signed.edition.report.article.title;
const other = `${title.slice(0, -1)}${title.endsWith("x") ? "y" : "x"}`;
const { edition, proof } = signed;
const article = { ...edition.report.article, title: other };
const forged: SignedEdition = { edition: { ...edition, report: { ...edition.report, article } }, proof };

async function failing(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const answer = await verifyFile(
    { name, bytes },
    { reckon, trustFor: async () => ({ keys }), compare: (own, found) => compareFile(own, found, writeEdition) },
  );
  expect(answer.verdict).toBe("refused");
  return answer.findings.filter(({ ok }) => ok === false).map(({ code }) => code);
}

const bytesOf = async (one: SignedEdition, format: EditionFormat) => (await writeEdition(one, format)).bytes;
const formats = ["html", "pdf", "pdf-archive", "docx", "xlsx", "json", "markdown"] as const;

describe.each(formats)("%s", (format) => {
  test("one letter changed in the embedded edition, and in the words to match it", async () => {
    expect(await failing(`a.${format}`, await bytesOf(forged, format))).toEqual(["digest"]);
  });

  test("one letter changed in the words that everybody sees, and the edition as it was", async () => {
    if (format === "json") return;
    const tampered = await withProofOf(format, await bytesOf(forged, format), await bytesOf(signed, format));
    const found = await findProof(`a.${format}`, tampered);
    expect(found.ok && JSON.parse(found.value.text).edition).toEqual(edition);
    expect(await failing(`a.${format}`, tampered)).toEqual(["content"]);
  });

  test("cut short anywhere", async () => {
    const bytes = await bytesOf(signed, format);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect((await failing(`a.${format}`, bytes.subarray(0, Math.floor(bytes.length * part)))).length).toBe(1);
    }
  });
});

test("a large PDF that does not end as one is not searched for what might be in it", async () => {
  const large = (megabytes: number, end: string) => {
    const bytes = Buffer.alloc(megabytes * 1024 * 1024);
    bytes.write("%PDF-1.7\n");
    bytes.write(end, bytes.length - end.length);
    return bytes;
  };
  const cannot = "This PDF was cut or changed: it cannot be opened.";
  expect(await findProof("a.pdf", large(9, ""))).toMatchObject({ ok: false, error: cannot });
  expect(await findProof("a.pdf", large(9, "startxref\n9\n%%EOF\n"))).toMatchObject({ ok: false, error: cannot });
  expect(await findProof("a.pdf", large(65, ""))).toMatchObject({ error: expect.stringContaining("64 MB") });
});

/** The forged file with the edition of the genuine one in the place of its own. */
async function withProofOf(format: EditionFormat, file: Uint8Array, genuine: Uint8Array): Promise<Uint8Array> {
  if (format === "docx" || format === "xlsx") {
    const part = unzipSync(genuine)["stet/edition.json"] ?? new Uint8Array();
    return zipSync({ ...unzipSync(file), "stet/edition.json": part });
  }
  if (format === "pdf" || format === "pdf-archive") return spliced(file, attachmentOf(genuine), attachmentOf(file));
  const [own, theirs] = [await proofIn(format, file), await proofIn(format, genuine)];
  return strToU8(strFromU8(file).replace(own, () => theirs));
}

async function proofIn(format: EditionFormat, file: Uint8Array): Promise<string> {
  const text = strFromU8(file);
  const [start, end] =
    format === "html"
      ? ['<script type="application/json" id="stet-edition">', "</script>"]
      : ["<!-- stet-edition ", " -->"];
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf(end, from));
}

type Stream = { readonly start: number; readonly end: number; readonly bytes: Uint8Array };

/** The stream of a PDF that inflates to the signed edition. */
function attachmentOf(pdf: Uint8Array): Stream {
  const text = Buffer.from(pdf).toString("latin1");
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf("\nendstream", start);
    if (text.slice(found.index - 3, found.index) === "end" || end === -1) continue;
    try {
      const inflated = inflateSync(pdf.subarray(start, end)).toString("utf8");
      if (inflated.startsWith('{"edition":')) return { start, end, bytes: pdf.subarray(start, end) };
    } catch {
      // Another kind of stream.
    }
  }
  throw new Error("No edition is attached to this PDF.");
}

/** Readers find the objects of a PDF again when its table of places is off, as they do in damaged files. */
function spliced(file: Uint8Array, genuine: Stream, own: Stream): Uint8Array {
  const before = Buffer.from(file.subarray(0, own.start)).toString("latin1");
  const at = before.lastIndexOf("/Length ");
  const length = /^\/Length \d+/.exec(before.slice(at))?.[0] ?? "";
  const head = `${before.slice(0, at)}/Length ${genuine.bytes.length}${before.slice(at + length.length)}`;
  return Buffer.concat([Buffer.from(head, "latin1"), genuine.bytes, file.subarray(own.end)]);
}
