import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import { importProblemSentence } from "#lib/formats/import/import-problem.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import type { DocumentInput } from "#lib/formats/import/read-document.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";
import { outline } from "#tests/formats/reading.ts";

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part)))),
  );

async function firstLine(input: DocumentInput): Promise<string> {
  const result = await readDocument(input);
  return result.ok ? (outline(result.value.blocks)[0] ?? "nothing") : `refused: ${result.error.kind}`;
}

async function warningsOf(input: DocumentInput): Promise<string> {
  const result = await readDocument(input);
  return result.ok ? result.value.warnings.join("\n") : `refused: ${result.error.kind}`;
}

/** The bytes of a text in an encoding of one byte a letter, by turning its decoder around. */
function encoded(text: string, label: string): Uint8Array {
  const letters = [...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
  return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)));
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
    ["UTF-16 without a mark", utf16("Käse.").slice(2), "paragraph: Käse."],
  ])("plain text in %s", async (_, bytes, expected) => {
    expect(await firstLine({ bytes, fileName: "a.txt" })).toBe(expected);
  });

  test("the transport's charset counts for text", async () => {
    const typed = (bytes: Uint8Array, charset: string) =>
      firstLine({ bytes, contentType: `text/plain; charset=${charset}` });
    expect(await typed(bytesOf(privet), "windows-1251")).toBe("paragraph: Привет");
    expect(await typed(bytesOf(nihon), '"Shift_JIS"')).toBe("paragraph: 日本");
    expect(await typed(bytesOf("a"), "unheard-of")).toBe("paragraph: a");
    expect(await typed(latin1("\xFF"), "utf-8")).toBe("refused: not-utf8");
  });

  test("a page's own declaration counts, behind the transport's", async () => {
    const page = (charset: string) => bytesOf(`<html><head><meta charset=${charset}></head><p>`, privet, "</p>");
    expect(await firstLine({ bytes: page("windows-1251") })).toBe("paragraph: Привет");
    expect(await firstLine({ bytes: page("utf-8"), contentType: "text/html; charset=windows-1251" })).toBe(
      "paragraph: Привет",
    );
    const japanese = bytesOf('<html><meta http-equiv=content-type content="text/html; charset=shift_jis"><p>', nihon);
    expect(await firstLine({ bytes: japanese })).toBe("paragraph: 日本");
    const late = bytesOf(`<html><head><!--${"x".repeat(2000)}--><meta charset=windows-1251></head><p>`, privet, "</p>");
    expect(await firstLine({ bytes: late })).toBe("paragraph: Привет");
  });

  test("an undeclared page that is not UTF-8 is read as what it seems, with a warning", async () => {
    const bytes = latin1("<html><p>K\xE4se \x93so\x94");
    expect(await firstLine({ bytes })).toBe("paragraph: Käse “so”");
    expect(await warningsOf({ bytes })).toMatch(/Western European \(windows-1252\)\. That is a guess: check/);
  });

  const russian = "Совет собрался во вторник и после долгих дебатов согласился полностью опубликовать свои счета.";
  const greek = "Το συμβούλιο συνεδρίασε την Τρίτη και συμφώνησε να δημοσιεύσει τους λογαριασμούς του.";
  const polish = "Zarząd zebrał się we wtorek i po długiej debacie zgodził się opublikować swoje księgi w całości.";
  const german = "Der Vorstand traf sich für längere Gespräche über die Jahresabschlüsse, die größer ausfielen.";

  test.each([
    ["windows-1251", russian, "Cyrillic (windows-1251)"],
    ["koi8-r", russian, "Cyrillic (KOI8-R)"],
    ["iso-8859-5", russian, "Cyrillic (ISO-8859-5)"],
    ["iso-8859-7", greek, "Greek (ISO-8859-7)"],
    ["iso-8859-2", polish, "Central European (ISO-8859-2)"],
    ["windows-1252", german, "Western European (windows-1252)"],
  ])("undeclared %s is told from the bytes", async (label, text, name) => {
    const bytes = encoded(text, label);
    for (const input of [
      { bytes, fileName: "a.txt" },
      { bytes: bytesOf("<!doctype html><title></title><p>", [...bytes], "</p>"), fileName: "a.html" },
    ]) {
      expect(await firstLine(input)).toBe(`paragraph: ${text}`);
      expect(await warningsOf(input)).toContain(`It was read as ${name}.`);
    }
  });

  test.each([
    [
      "Japanese (Shift_JIS)",
      "理事会は火曜日に会合を開き、長い議論の末、来年、会計をすべて公表することで合意した。",
      "l52Olonvgs2Jzpdqk/qCyYnvjYeC8IpKgquBQZK3gqKLY5hfgsyWloFBl4iUToFBie+MdoLwgreC14LEjPaVXIK3gumCsYLGgsWNh4jTgrWCvYFC",
    ],
    [
      "Korean (EUC-KR)",
      "이사회는 화요일에 모여 오랜 토론 끝에 내년에 회계를 모두 공개하기로 합의했다.",
      "wMy758i4tMIgyK2/5MDPv6EguPC/qSC/wLejIMXkt9Ags6G/oSCzu7Piv6EgyLiw6LimILjwtc4gsPiws8fPseK3ziDH1cDHx9+02S4=",
    ],
    [
      "Chinese (GB18030)",
      "理事会星期二开会，经过长时间辩论，同意明年全文公布账目。民间团体对这一决定表示欢迎。",
      "wO3Kwrvh0MfG2rb+v6q74aOsvq25/bOkyrG85LHnwtujrM2s0uLD98TqyKvOxLmrsrzVy8S/oaPD8bzkzcXM5bbU1eLSu772tqix7cq+u7bTraGj",
    ],
  ])("and so is %s", async (name, text, base64) => {
    const bytes = new Uint8Array(Buffer.from(base64, "base64"));
    expect(await firstLine({ bytes, fileName: "a.txt" })).toBe(`paragraph: ${text}`);
    expect(await warningsOf({ bytes, fileName: "a.txt" })).toContain(name);
  });

  test("a wrong declaration is seen where it cannot be right", async () => {
    const declared = (bytes: Uint8Array, charset: string) => ({
      bytes: bytesOf(`<!doctype html><meta charset=${charset}><p>`, [...bytes], "</p>"),
    });
    for (const [bytes, charset] of [
      [encoded(russian, "windows-1251"), "utf-8"],
      [encoded(russian, "windows-1251"), "iso-8859-1"],
      [new TextEncoder().encode(russian), "windows-1251"],
    ] as const) {
      expect(await firstLine(declared(bytes, charset))).toBe(`paragraph: ${russian}`);
      expect(await warningsOf(declared(bytes, charset))).toContain("not encoded as it says");
    }
    expect(await warningsOf(declared(encoded(german, "windows-1252"), "iso-8859-1"))).toBe("");
    expect(await warningsOf(declared(encoded(russian, "windows-1251"), "windows-1251"))).toBe("");
  });

  test("a page with a broken character is read, with a warning", async () => {
    const bytes = bytesOf("<html><meta charset=utf-8><p>a", [0xff], "b</p>");
    expect(await firstLine({ bytes })).toBe("paragraph: a\uFFFDb");
    expect(await warningsOf({ bytes })).toContain("could not be read");
  });
});

describe("what is refused", () => {
  const sentences = async (bytes: Uint8Array, fileName = "a.txt") => {
    const result = await readDocument({ bytes, fileName });
    return result.ok ? "read" : importProblemSentence(result.error);
  };

  test.each([
    ["\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office file"],
    ["\x89PNG\r\n\x1A\n", "an image"],
    ["\xFF\xD8\xFF\xE0", "an image"],
    ["RIFF....WEBP", "an image"],
    ["{\\rtf1 text}", "an RTF file"],
    ["BZh91AY&SY", "a compressed file"],
    ["....ftypisom", "a sound or video recording"],
    ["words\0words", "a binary file"],
    ["\x01\x02\x03\x04", "a binary file"],
  ])("%j looks like %s", async (start, name) => {
    expect(await sentences(latin1(start))).toBe(
      `This looks like ${name}, which cannot be read. Save it as DOCX, ODT, PDF, HTML or plain text, or paste its text.`,
    );
  });

  test("a tape archive is no text", async () => {
    expect(await sentences(latin1(`${"a.txt".padEnd(257, "\0")}ustar`))).toContain("This looks like an archive");
  });

  test("a file within gzip is read, once", async () => {
    const page = gzipSync("<!doctype html><p>Words.</p>");
    expect(await firstLine({ bytes: page, fileName: "a.html.gz" })).toBe("paragraph: Words.");
    expect(await firstLine({ bytes: gzipSync("# Words\n\nMore."), fileName: "a.md.gz" })).toBe("paragraph: More.");
    expect(await sentences(gzipSync(page))).toContain("This looks like a compressed file");
    expect(await sentences(page.subarray(0, 20))).toContain("damaged or cut off");
    expect(await firstLine({ bytes: gzipSync("") })).toBe("refused: empty");
    expect(await sentences(gzipSync(Buffer.alloc(importLimits.inflatedBytes + 1)))).toContain("too large");
  });

  test("an office file with a password is named as such", async () => {
    const bytes = bytesOf(
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [...Buffer.alloc(600)],
      [...Buffer.from("EncryptedPackage", "utf16le")],
    );
    expect(await sentences(bytes)).toContain("protected by a password");
  });

  test("emptiness", async () => {
    expect(await firstLine({ bytes: new Uint8Array() })).toBe("refused: empty");
    expect(await firstLine({ bytes: bytesOf([0xef, 0xbb, 0xbf], " \n\t") })).toBe("refused: empty");
  });

  test("size, at each limit", async () => {
    const of = async (text: string) =>
      (await firstLine({ bytes: new Uint8Array(Buffer.from(text)), fileName: "a.txt" })).slice(0, 20);
    expect(await of("a ".repeat(importLimits.bytes / 2 + 1))).toBe("refused: too-large");
    expect(await of("a".repeat(importLimits.characters + 1))).toBe("refused: too-large");
    expect(await of("a".repeat(importLimits.characters))).toBe("paragraph: aaaaaaaaa");
    expect(await of("a\n".repeat(importLimits.blocks + 1))).toBe("refused: too-large");
    expect(await of("a\n".repeat(importLimits.blocks))).toBe("paragraph: a");
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
      { kind: "damaged" },
      { kind: "encrypted" },
      { kind: "scanned" },
      { kind: "too-slow" },
    ];
    for (const problem of problems)
      expect(importProblemSentence(problem)).toMatch(/(?:[Ii]mport|[Pp]aste|[Ss]ave|Choose)/);
  });
});
