import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { findProof } from "#lib/formats/proof/find-proof.ts";
import { inflatedWithin } from "#lib/formats/proof/inflate-within.ts";
import { readSigned } from "#lib/formats/proof/read-signed.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { type FileToVerify, verifyFile } from "#lib/formats/proof/verify-file.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const text = canonicalJson(signedEdition());
const inList = (name: string, words: string) => text.replace(`"${name}":[`, `"${name}":[${words}`);
const inReport = (words: string) => text.replace('"report":{', `"report":{${words}`);

async function refusal(file: FileToVerify): Promise<readonly string[]> {
  const answer = await verifyFile(file, {
    reckon,
    trustFor: async () => ({}),
    compare: async () => {
      throw new Error("Nothing of it is compared.");
    },
  });
  expect(answer).toMatchObject({ verdict: "refused", signed: null });
  return answer.findings.map(({ sentence }) => sentence);
}

const tooMuch = "The proof holds more than any edition does: it is none. Ask the desk for the file again.";

describe("a few bytes that unfold to more than any edition", () => {
  test("claims by the million that are none, as JSON and in a Word file", async () => {
    expect(await refusal({ name: "a.json", bytes: bytesOf(inList("claims", "0,".repeat(1_000_000))) })).toEqual([
      tooMuch,
    ]);
    const part = bytesOf(`{"edition":{"report":{"claims":[0${",0".repeat(14_000_000)}]}}}`);
    const bytes = zipSync({ "word/document.xml": bytesOf("<w/>"), "stet/edition.json": part });
    expect(bytes.byteLength).toBeLessThan(64 * 1024);
    expect(await refusal({ name: "a.docx", bytes })).toEqual([tooMuch]);
  });

  test.each([
    ["a list", inReport(`"a":[0${",0".repeat(50_000)}],`)],
    ["an object", inReport(`"a":{${Array.from({ length: 1_001 }, (_, at) => `"k${at}":0`).join()}},`)],
    [
      "lists in a list",
      inReport(
        `"a":[${Array(100)
          .fill(`[0${",0".repeat(45_000)}]`)
          .join()}],`,
      ),
    ],
    ["a long text", inReport(`"a":"${"x".repeat(64 * 1024 * 1024)}",`)],
  ])("%s with too much in it", (_, words) => {
    expect(readSigned(words)).toEqual({ ok: false, error: tooMuch });
  });

  test("commas and brackets in a text are words", () => {
    const words = `"a":"${',[{\\"'.repeat(200_000)}",`;
    expect(readSigned(inReport(words))).toMatchObject({ ok: true });
  });

  test("only the first claim that is none is told", () => {
    for (const [words, place] of [
      ["0,1,2,", "edition.report.claims.0"],
      [`{"id":"a","number":1,"statement":"","evidence":[{},7,8]},9,`, "edition.report.claims.0.evidence.1"],
    ] as const) {
      expect(readSigned(inList("claims", words))).toMatchObject({ error: expect.stringContaining(`: ${place} is`) });
    }
    expect(readSigned(text.replace(/"earlier":\[\]/, '"earlier":{}'))).toMatchObject({
      error: expect.stringContaining("edition.earlier is"),
    });
  });
});

/** A PDF as ours are written, as far as its attachment goes. */
function pdfWith(stream: Uint8Array, filter = "/FlateDecode"): Uint8Array {
  const head = `%PDF-1.7\n1 0 obj\n<<\n  /Length ${stream.byteLength}\n  /Type /EmbeddedFile\n  /Filter ${filter}\n  /Subtype /application#2Fjson\n>>\nstream\n`;
  const end = "\nendstream\nendobj\n2 0 obj\n<<\n  /Type /Filespec\n  /F (stet-edition.json)\n>>\nendobj\n%%EOF\n";
  return Buffer.concat([Buffer.from(head, "latin1"), stream, Buffer.from(end, "latin1")]);
}

describe("what is attached to a PDF", () => {
  test("is read where it is as ours are", async () => {
    expect(await findProof("a.pdf", pdfWith(deflateSync(text)))).toMatchObject({ ok: true, value: { text } });
  });

  test("is inflated no further than an edition may be, and never twice", async () => {
    const large = deflateSync(Buffer.alloc(65 * 1024 * 1024, " "));
    expect(await refusal({ name: "a.pdf", bytes: pdfWith(large) })).toEqual([
      expect.stringContaining("larger than 64 MB"),
    ]);
    const twice = pdfWith(deflateSync(large), "[/FlateDecode /FlateDecode]");
    expect(await refusal({ name: "a.pdf", bytes: twice })).toEqual([expect.stringContaining("cannot be read")]);
  });

  test("is refused where it is cut, broken or there twice", async () => {
    const packed = deflateSync(text);
    for (const broken of [packed.subarray(0, -9), Buffer.alloc(90, 1), Buffer.alloc(0)])
      expect(await refusal({ name: "a.pdf", bytes: pdfWith(broken) })).toEqual([
        expect.stringContaining("cannot be read"),
      ]);
    const [one, other] = [pdfWith(packed), pdfWith(deflateSync("{}"))];
    expect(await refusal({ name: "a.pdf", bytes: Buffer.concat([one, other]) })).toEqual([
      expect.stringContaining("two editions attached"),
    ]);
  });
});

describe("a part of a container", () => {
  const zip = zipSync({ "word/document.xml": bytesOf("<w/>"), "stet/edition.json": bytesOf(text) });
  /** With another size in the directory, which stands last, at 24 from the entry's beginning. */
  const saying = (size: number) => {
    const bytes = Buffer.from(zip);
    const entry = bytes.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    bytes.writeUInt32LE(size, entry + 24);
    return bytes;
  };

  test("is of the size that its directory says", async () => {
    const size = bytesOf(text).byteLength;
    expect(await findProof("a.docx", saying(size))).toMatchObject({ ok: true, value: { text } });
    for (const other of [0, 10, size - 1, size + 1])
      expect(await refusal({ name: "a.docx", bytes: saying(other) })).toEqual([
        expect.stringContaining("cannot be read"),
      ]);
    expect(await refusal({ name: "a.docx", bytes: saying(0xffff_ffff) })).toEqual([
      expect.stringContaining("larger than 64 MB"),
    ]);
  });

  test("is missed where the directory is broken", async () => {
    const at = Buffer.from(zip).lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
    for (const [offset, value] of [
      [at + 16, 0x7fff_ffff],
      [at + 16, 0],
      [at + 10, 3],
    ] as const) {
      const bytes = Buffer.from(zip);
      bytes.writeUInt32LE(value, offset);
      expect(await refusal({ name: "a.docx", bytes })).toEqual([expect.stringContaining("cut or changed")]);
    }
  });
});

test("inflating stops at the limit", async () => {
  const packed = deflateSync(Buffer.alloc(1_000, "a"));
  expect(await inflatedWithin(packed, 1_000, "deflate")).toMatchObject({ ok: true });
  expect(await inflatedWithin(packed, 999, "deflate")).toEqual({ ok: false, error: "too-large" });
  expect(await inflatedWithin(packed, 1_000, "deflate-raw")).toEqual({ ok: false, error: "broken" });
});

test("a file that has no room in memory is told in a sentence", async () => {
  const file = {
    name: "a.json",
    get bytes(): Uint8Array {
      throw new RangeError("Invalid string length");
    },
  };
  expect(await refusal(file)).toEqual([expect.stringContaining("There is no room here")]);
});
