import { deflateSync } from "node:zlib";
import type { PdfLock } from "#tests/support/pdf-lock.ts";
import { pdfLock } from "#tests/support/pdf-lock.ts";

const faces = { plain: "Helvetica", bold: "Helvetica-Bold", italic: "Helvetica-Oblique", mono: "Courier" } as const;
export type PdfFace = keyof typeof faces | "unicode";

/** Words on a page: the left end of their baseline, in points from its top left corner. */
export type PdfWords = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly face?: PdfFace;
};

export type PdfSheet = {
  readonly words: readonly PdfWords[];
  readonly picture?: boolean;
  /** So many blanks after the words, which deflate to almost nothing. */
  readonly blanks?: number;
  readonly links?: readonly { readonly url: string; readonly box: readonly [number, number, number, number] }[];
};

export type PdfPlan = {
  readonly sheets: readonly PdfSheet[];
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Encrypts the words; an empty one is a password that every reader tries. */
  readonly password?: string;
};

const sheetWidth = 595;
const sheetHeight = 842;

/** A PDF 1.4 file with the standard fonts, and one without a file of its own that is mapped to Unicode. */
export function makePdf({ sheets, info = {}, language, password }: PdfPlan): Uint8Array<ArrayBuffer> {
  const id = Buffer.from("0123456789abcdef", "latin1");
  const lock = password === undefined ? null : pdfLock(password, id);
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, "latin1"));
  const stream = (dictionary: string, data: Buffer) => add(streamOf(dictionary, data, objects.length + 1, lock));
  const [catalog, tree, ...fonts] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const firstSheet = 11;
  const kids = sheets.map((_, index) => `${firstSheet + index * 2} 0 R`).join(" ");
  const lang = language === undefined ? "" : `/Lang (${language})`;
  add(`<< /Type /Catalog /Pages ${tree} 0 R ${lang} >>`);
  add(`<< /Type /Pages /Count ${sheets.length} /Kids [${kids}] >>`);
  for (const face of Object.values(faces)) {
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${face} /Encoding /WinAnsiEncoding >>`);
  }
  add(
    "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [8 0 R] /ToUnicode 9 0 R >>",
  );
  add(
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /Ascent 800 /Descent -200 >> >>",
  );
  stream("", Buffer.from(unicodeMap(sheets)));
  stream(
    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
    Buffer.from([128]),
  );
  const resources = `/Font << ${fonts
    .slice(0, 5)
    .map((number, index) => `/F${index} ${number} 0 R`)
    .join(" ")} >> /XObject << /Picture 10 0 R >>`;
  for (const sheet of sheets) {
    const contents = objects.length + 2;
    add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${sheetWidth} ${sheetHeight}] /Contents ${contents} 0 R /Resources << ${resources} >> /Annots [${linksOf(sheet)}] >>`,
    );
    stream("/Filter /FlateDecode", deflateSync(Buffer.from(contentOf(sheet), "latin1")));
  }
  add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} ${textString(value)}`)
      .join(" ")} >>`,
  );
  const trailer = `/Root ${catalog} 0 R /ID [<${id.toString("hex")}> <${id.toString("hex")}>]`;
  // With encryption the strings would have to be encrypted too: such a file has no properties.
  return fileOf(
    objects,
    lock === null ? `${trailer} /Info ${objects.length} 0 R` : `${trailer} /Encrypt ${lock.dictionary}`,
  );
}

function fileOf(objects: readonly Buffer[], trailer: string): Uint8Array<ArrayBuffer> {
  const pieces = [Buffer.from("%PDF-1.4\n", "latin1")];
  const offsets: number[] = [];
  let offset = 9;
  for (const [index, body] of objects.entries()) {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    offsets.push(offset);
    offset += piece.byteLength;
    pieces.push(piece);
  }
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  pieces.push(
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\n`),
    Buffer.from(`startxref\n${offset}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(pieces));
}

function streamOf(dictionary: string, data: Buffer, object: number, lock: PdfLock | null): Buffer {
  const body = lock === null ? data : lock.scramble(object, data);
  const head = Buffer.from(`<< ${dictionary} /Length ${body.byteLength} >>\nstream\n`, "latin1");
  return Buffer.concat([head, body, Buffer.from("\nendstream")]);
}

function contentOf({ words, picture, blanks = 0 }: PdfSheet): string {
  const names = [...Object.keys(faces), "unicode"];
  const shown = words.map(({ text, x, y, size = 10, face = "plain" }) => {
    const codes = face === "unicode" ? utf16(text) : winAnsi(text);
    return `BT /F${names.indexOf(face)} ${size} Tf 1 0 0 1 ${x} ${sheetHeight - y} Tm <${codes}> Tj ET`;
  });
  return [...shown, ...(picture === true ? ["q 400 0 0 600 50 100 cm /Picture Do Q"] : []), " ".repeat(blanks)].join(
    "\n",
  );
}

function linksOf({ links = [] }: PdfSheet): string {
  return links
    .map(({ url, box: [left, top, right, bottom] }) => {
      const rect = `[${left} ${sheetHeight - bottom} ${right} ${sheetHeight - top}]`;
      return `<< /Type /Annot /Subtype /Link /Rect ${rect} /A << /S /URI /URI (${url}) >> >>`;
    })
    .join(" ");
}

const special = new Map(
  Object.entries({ "•": 0x95, "–": 0x96, "—": 0x97, "“": 0x93, "”": 0x94, "’": 0x92, "†": 0x86 }),
);

function winAnsi(text: string): string {
  return [...text]
    .map((letter) => (special.get(letter) ?? letter.charCodeAt(0)).toString(16).padStart(2, "0"))
    .join("");
}

function utf16(text: string): string {
  return Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, "0")).join("");
}

function textString(text: string): string {
  return `<feff${utf16(text)}>`;
}

function unicodeMap(sheets: readonly PdfSheet[]): string {
  const letters = sheets.flatMap(({ words }) =>
    words.filter(({ face }) => face === "unicode").flatMap(({ text }) => [...text]),
  );
  const codes = [...new Set(letters)].map((letter) => utf16(letter));
  const pairs = codes.map((code) => `<${code}> <${code}>`).join("\n");
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${codes.length} beginbfchar\n${pairs}\nendbfchar endcmap end end`;
}
