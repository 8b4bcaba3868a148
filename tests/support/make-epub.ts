import type { ZipPart } from "#tests/support/make-zip.ts";
import { makeZip } from "#tests/support/make-zip.ts";

type EpubChapter = {
  readonly name: string;
  readonly body: string;
  readonly linear?: boolean;
  readonly properties?: string;
};

export type EpubPlan = {
  readonly chapters: readonly EpubChapter[];
  readonly metadata?: string;
  /** Names of files in EPUB/ with the algorithm they are said to be encrypted with. */
  readonly encrypted?: Readonly<Record<string, string>>;
  readonly guide?: string;
};

/** An EPUB 3 book of these chapters, in this order; `metadata` is the inside of the package's element. */
export function makeEpub({ chapters, metadata = "", encrypted = {}, guide = "" }: EpubPlan): Uint8Array<ArrayBuffer> {
  const items = chapters.map(({ name, properties }, index) => {
    const named = properties === undefined ? "" : ` properties="${properties}"`;
    return `<item id="c${index}" href="${encodeURI(name)}" media-type="application/xhtml+xml"${named}/>`;
  });
  const spine = chapters.map(
    ({ linear }, index) => `<itemref idref="c${index}"${linear === false ? ' linear="no"' : ""}/>`,
  );
  const locked = Object.entries(encrypted).map(
    ([name, algorithm]) =>
      `<enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="EPUB/${name}"/></enc:CipherData></enc:EncryptedData>`,
  );
  const parts: ZipPart[] = [
    { name: "mimetype", data: "application/epub+zip", deflate: false },
    {
      name: "META-INF/container.xml",
      data: `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    },
    {
      name: "EPUB/package.opf",
      data: `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join("")}</manifest><spine>${spine.join("")}</spine>${guide}</package>`,
    },
    ...chapters.map(({ name, body }) => ({
      name: `EPUB/${name}`,
      data: `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`,
    })),
  ];
  if (locked.length === 0) return makeZip(parts);
  const data = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">${locked.join("")}</encryption>`;
  return makeZip([...parts, { name: "META-INF/encryption.xml", data }]);
}
