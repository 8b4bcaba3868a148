import { describe, expect, test } from "vitest";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import { importProblemSentence } from "#lib/formats/import/import-problem.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";
import { outline } from "#tests/formats/reading.ts";

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part)))),
  );

function firstLine(input: Parameters<typeof readDocument>[0]): string {
  const result = readDocument(input);
  return result.ok ? (outline(result.value.blocks)[0] ?? "nothing") : `refused: ${result.error.kind}`;
}

describe("character encodings", () => {
  const privet = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];
  const nihon = [0x93, 0xfa, 0x96, 0x7b];
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));

  test.each([
    ["UTF-8", bytesOf("Käse."), "paragraph: Käse."],
    ["UTF-8 with a byte order mark", bytesOf([0xef, 0xbb, 0xbf], "Käse."), "paragraph: Käse."],
    ["UTF-16 little-endian", utf16("Käse."), "paragraph: Käse."],
    ["UTF-16 big-endian", new Uint8Array(Buffer.from(utf16("Käse.")).swap16()), "paragraph: Käse."],
    ["not UTF-8", latin1("K\xE4se."), "refused: not-utf8"],
  ])("plain text in %s", (_, bytes, expected) => {
    expect(firstLine({ bytes, fileName: "a.txt" })).toBe(expected);
  });

  test("the transport's charset counts for text", () => {
    expect(firstLine({ bytes: bytesOf(privet), contentType: "text/plain; charset=windows-1251" })).toBe(
      "paragraph: Привет",
    );
    expect(firstLine({ bytes: bytesOf(nihon), contentType: 'text/plain; charset="Shift_JIS"' })).toBe(
      "paragraph: 日本",
    );
    expect(firstLine({ bytes: bytesOf("a"), contentType: "text/plain; charset=unheard-of" })).toBe("paragraph: a");
    expect(firstLine({ bytes: latin1("\xFF"), contentType: "text/plain; charset=utf-8" })).toBe("refused: not-utf8");
  });

  test("a page's own declaration counts, behind the transport's", () => {
    const page = (charset: string) => bytesOf(`<html><head><meta charset=${charset}></head><p>`, privet, "</p>");
    expect(firstLine({ bytes: page("windows-1251") })).toBe("paragraph: Привет");
    expect(firstLine({ bytes: page("utf-8"), contentType: "text/html; charset=windows-1251" })).toBe(
      "paragraph: Привет",
    );
    const japanese = bytesOf('<html><meta http-equiv=content-type content="text/html; charset=shift_jis"><p>', nihon);
    expect(firstLine({ bytes: japanese })).toBe("paragraph: 日本");
  });

  test("an undeclared page that is not UTF-8 is read as Western, with a warning", () => {
    const result = readDocument({ bytes: latin1("<html><p>K\xE4se \x93so\x94") });
    expect(result.ok && outline(result.value.blocks)).toEqual(["paragraph: Käse “so”"]);
    expect(result.ok && result.value.warnings.join()).toContain("Western European");
  });

  test("a page with a broken character is read, with a warning", () => {
    const result = readDocument({ bytes: bytesOf("<html><meta charset=utf-8><p>a", [0xff], "b</p>") });
    expect(result.ok && outline(result.value.blocks)).toEqual(["paragraph: a\uFFFDb"]);
    expect(result.ok && result.value.warnings.join()).toContain("could not be read");
  });
});

describe("what is refused", () => {
  const sentences = (bytes: Uint8Array, fileName = "a.txt") => {
    const result = readDocument({ bytes, fileName });
    return result.ok ? "read" : importProblemSentence(result.error);
  };

  test.each([
    ["%PDF-1.7\n", "a PDF"],
    ["PK\x03\x04....[Content_Types].xml word/document.xml", "a Word file"],
    ["PK\x03\x04....xl/workbook.xml", "a spreadsheet"],
    ["PK\x03\x04....mimetypeapplication/epub+zip", "an EPUB book"],
    ["PK\x03\x04....a.txt", "a zip archive"],
    ["\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office file"],
    ["\x89PNG\r\n\x1A\n", "an image"],
    ["\xFF\xD8\xFF\xE0", "an image"],
    ["RIFF....WEBP", "an image"],
    ["{\\rtf1 text}", "an RTF file"],
    ["\x1F\x8B\b", "a compressed file"],
    ["....ftypisom", "a sound or video recording"],
    ["words\0words", "a binary file"],
    ["\x01\x02\x03\x04", "a binary file"],
  ])("%j looks like %s", (start, name) => {
    expect(sentences(latin1(start))).toBe(
      `This looks like ${name}. Only plain text, Markdown and HTML can be read: save it as one of these, or paste its text.`,
    );
  });

  test("emptiness", () => {
    expect(firstLine({ bytes: new Uint8Array() })).toBe("refused: empty");
    expect(firstLine({ bytes: bytesOf([0xef, 0xbb, 0xbf], " \n\t") })).toBe("refused: empty");
  });

  test("size, at each limit", () => {
    const of = (text: string) =>
      firstLine({ bytes: new Uint8Array(Buffer.from(text)), fileName: "a.txt" }).slice(0, 20);
    expect(of("a ".repeat(importLimits.bytes / 2 + 1))).toBe("refused: too-large");
    expect(of("a".repeat(importLimits.characters + 1))).toBe("refused: too-large");
    expect(of("a".repeat(importLimits.characters))).toBe("paragraph: aaaaaaaaa");
    expect(of("a\n".repeat(importLimits.blocks + 1))).toBe("refused: too-large");
    expect(of("a\n".repeat(importLimits.blocks))).toBe("paragraph: a");
  });

  test("every problem has a sentence that says what to do", () => {
    const problems: ImportProblem[] = [
      { kind: "empty" },
      { kind: "too-large", limit: "bytes" },
      { kind: "too-large", limit: "characters" },
      { kind: "too-large", limit: "blocks" },
      { kind: "binary", looksLike: null },
      { kind: "not-utf8" },
      { kind: "nothing-readable" },
      { kind: "too-complex" },
    ];
    for (const problem of problems)
      expect(importProblemSentence(problem)).toMatch(/(?:[Ii]mport|[Pp]aste|[Ss]ave|Choose)/);
  });
});
