import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentInput } from "#lib/formats/import/read-document.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";
import { outline } from "#tests/formats/reading.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const quotedPrintable = (text: string, encoding: BufferEncoding = "utf8") =>
  [...Buffer.from(text, encoding)]
    .map((byte) =>
      byte === 10 || (byte > 31 && byte < 127 && byte !== 61)
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("")
    .replace(/(.{70})(?!=?\n)(?<!=.?)/g, "$1=\n");

const saved = (html: string, type = "text/html") =>
  `From: <Saved by Blink>
Snapshot-Content-Location: https://www.times.example/a?b=1
Subject: =?utf-8?Q?Accounts_=E2=80=93_Times?=
Date: Sun, 22 Nov 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----MultipartBoundary--abc----"


------MultipartBoundary--abc----
Content-Type: ${type}
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.times.example/a?b=1

${quotedPrintable(html)}
------MultipartBoundary--abc----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://www.times.example/x.png

iVBORw0KGgo=

------MultipartBoundary--abc----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: cid:frame-2@mhtml.blink

<p>An advertisement in a frame</p>
------MultipartBoundary--abc------
`.replaceAll("\n", "\r\n");

const page =
  "<!doctype html><html><head><title>Käse</title></head><body><h1>Käse</h1>\n<p>It was = <b>late</b>.</p></body></html>";

async function readOk(input: DocumentInput) {
  const result = await readDocument(input);
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe("a page saved as one file", () => {
  test("its root page is read, whatever the file is called", async () => {
    for (const fileName of ["a.mhtml", "a.html", "a.txt", "a"]) {
      const document = await readOk({ bytes: bytes(saved(page)), fileName });
      expect(document.format).toBe("mhtml");
      expect(outline(document.blocks)).toEqual(["paragraph: It was = late."]);
      expect(document.metadata.title?.value).toBe("Käse");
      expect(document.metadata.address).toEqual({ value: "https://www.times.example/a?b=1", from: "the saved page" });
      expect(document.metadata.published).toBeNull();
    }
  });

  test("an address that is given counts more than the file's own", async () => {
    const document = await readOk({ bytes: bytes(saved(page)), address: "https://other.example/z" });
    expect(document.metadata.address?.value).toBe("https://other.example/z");
  });

  test("the part's charset counts, then the page's own", async () => {
    const cyrillic = "<!doctype html><meta charset=windows-1251><p>=CF=F0=E8=E2=E5=F2</p>";
    const inPart = saved("X", 'text/html; charset="windows-1251"').replace(
      "\r\nX\r\n",
      "\r\n<p>=CF=F0=E8=E2=E5=F2\r\n",
    );
    const inPage = saved("X").replace("\r\nX\r\n", `\r\n${cyrillic.replace("charset=", "charset=3D")}\r\n`);
    for (const text of [inPart, inPage])
      expect(outline((await readOk({ bytes: bytes(text) })).blocks)).toEqual(["paragraph: Привет"]);
  });
});

describe("a mail", () => {
  const mail = `Received: from a by b
From: =?utf-8?B?TcO8bGxlciwgQWRh?= <ada@example.org>
Subject: The
 accounts
Date: Tue, 5 Mar 2024 23:30:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=utf-8

Plain words.
--inner
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from("<p>Words in <i>HTML</i>.</p><p>More.</p>").toString("base64")}
--inner--
--outer
Content-Type: text/html
Content-Disposition: attachment; filename=x.html

<p>Attached</p>
--outer--
`;

  test("gives its HTML, who wrote it and when", async () => {
    const { blocks, metadata } = await readOk({ bytes: bytes(mail), fileName: "a.eml" });
    expect(outline(blocks)).toEqual(["paragraph: Words in HTML.", "paragraph: More."]);
    expect(metadata.title).toEqual({ value: "The accounts", from: "the mail" });
    expect(metadata.byline?.value).toEqual(["Müller, Ada"]);
    expect(metadata.published?.value).toBe("2024-03-05T23:30:00+01:00");
    expect(metadata.address).toBeNull();
  });

  test("without HTML gives its plain text", async () => {
    const plain =
      "Subject: Hi\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nFirst words.\n\nLast words.\n";
    expect(outline((await readOk({ bytes: bytes(plain) })).blocks)).toEqual([
      "paragraph: First words.",
      "paragraph: Last words.",
    ]);
  });
});

describe("messages, whatever comes", () => {
  test("damaged and shuffled messages are read or refused", async () => {
    const whole = saved(page);
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ maxLength: 20 }));
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { maxLength: 4 }), async (cuts) => {
        let text = whole;
        for (const [at, length, put] of cuts) text = text.slice(0, at) + put + text.slice(at + (length % 60));
        await readDocument({ bytes: bytes(text), format: "mhtml" });
        await readDocument({ bytes: bytes(text) });
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    [
      "parts in parts",
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: multipart/mixed; boundary=b\n\n".repeat(50_000)}`,
    ],
    [
      "a hundred thousand parts",
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\n\nx\n".repeat(100_000)}`,
    ],
    ["endless headers", `MIME-Version: 1.0\nContent-Type: text/html\n${"X-A: b\n c\n".repeat(200_000)}`],
    [
      "a boundary that is no boundary",
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${"--bb\n--b".repeat(300_000)}`,
    ],
  ])("%s", { timeout: 20_000 }, async (_, text) => {
    const begun = processorTime();
    expect(typeof (await readDocument({ bytes: bytes(text) })).ok).toBe("boolean");
    expect(processorTime() - begun).toBeLessThan(5_000);
  });
});
