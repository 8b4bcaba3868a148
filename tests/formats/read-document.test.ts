import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containerFormat } from "#lib/formats/import/container-format.ts";
import { documentFormats } from "#lib/formats/import/imported-document.ts";
import type { DocumentInput } from "#lib/formats/import/read-document.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";
import { makeZip } from "#tests/support/make-zip.ts";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

/** The format, or the problem and what the file looks like. */
async function told(input: DocumentInput): Promise<string> {
  const result = await readDocument(input);
  if (result.ok) return result.value.format;
  return result.error.kind === "binary" ? `binary: ${result.error.looksLike}` : result.error.kind;
}

const documents: readonly (readonly [format: string, bytes: Uint8Array])[] = [
  ["html", bytesOf("<!DOCTYPE html><p>Words.</p>")],
  ["html", bytesOf('<?xml version="1.0"?><!-- x --><html><body>Words.</body></html>')],
  ["mhtml", bytesOf("MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Words.</p>")],
  ["subtitles", bytesOf("\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nWords.\r\n")],
  ["subtitles", bytesOf("1\n00:00:01,000 --> 00:00:02,000\nWords.\n")],
  ["damaged", bytesOf("%PDF-1.7\nno more")],
];

describe("what a document is", () => {
  test.each(documents)("%s is told by its content, whatever its name and type", async (format, bytes) => {
    for (const fileName of ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.epub", "a.srt", "a"])
      for (const contentType of ["", "text/plain", "application/pdf", "application/octet-stream"]) {
        expect(await told({ bytes, fileName, contentType }), `${fileName} ${contentType}`).toBe(format);
        expect(await told({ bytes: gzipSync(bytes), fileName: `${fileName}.gz`, contentType })).toBe(format);
      }
  });

  test("text called something else is text", async () => {
    for (const fileName of ["a.pdf", "a.docx", "a.html", "a.vtt", "a.mhtml"])
      expect(await told({ bytes: bytesOf("Just words: and more --> of them."), fileName })).toBe("text");
  });

  test("a PDF may begin a little later, and a text about one is text", async () => {
    const late = bytesOf("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\nendobj\n%%EOF");
    expect(await containerFormat(late)).toEqual({ ok: true, value: "pdf" });
    expect(await told({ bytes: bytesOf("A file begins with\n%PDF-1.4\n and so on.") })).toBe("text");
  });

  test.each([
    ["xl/workbook.xml", "binary: a spreadsheet"],
    ["ppt/presentation.xml", "binary: a presentation"],
    ["inner.zip", "binary: a zip archive"],
    ["a.txt", "binary: a zip archive"],
  ])("a zip container with %s", async (name, expected) => {
    expect(await told({ bytes: makeZip([{ name, data: "x" }]), fileName: "a.docx" })).toBe(expected);
  });

  test.each([
    ["docx", [{ name: "word/document.xml", data: "" }]],
    ["epub", [{ name: "mimetype", data: "application/epub+zip" }]],
    ["epub", [{ name: "META-INF/container.xml", data: "" }]],
    ["odt", [{ name: "mimetype", data: "application/vnd.oasis.opendocument.text" }]],
  ])("a %s by what is in its container", async (format, parts) => {
    expect(await containerFormat(makeZip(parts))).toEqual({ ok: true, value: format });
  });

  test("a type that is named is taken", async () => {
    expect(await told({ bytes: bytesOf("<!doctype html><p>Words.</p>"), format: "text" })).toBe("text");
    expect(await told({ bytes: bytesOf("Words."), format: "html" })).toBe("html");
    expect(await told({ bytes: bytesOf("%PDF-1.7"), format: "text" })).toBe("binary: a PDF");
    for (const format of ["docx", "odt", "pdf", "epub"] as const)
      expect(await told({ bytes: bytesOf("Words."), format })).toBe("damaged");
  });
});

describe("documents, whatever comes", () => {
  test("bytes and damaged documents, as any type, are read or refused", { timeout: 60_000 }, async () => {
    const start = fc.constantFrom(
      "",
      "PK\x03\x04",
      "%PDF-1.7\n",
      "\x1F\x8B\x08\x00",
      "\xD0\xCF\x11\xE0\xA1\xB1",
      "WEBVTT\n\n",
      "MIME-Version: 1.0\n",
    );
    const format = fc.constantFrom(...documentFormats, undefined);
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), format, async (head, tail, type) => {
        const bytes = Buffer.concat([Buffer.from(head, "latin1"), tail]);
        const result = await readDocument({ bytes, ...(type === undefined ? {} : { format: type }) });
        expect(typeof result.ok).toBe("boolean");
      }),
      { numRuns: 200 },
    );
  });
});
