import { makeZip } from "#tests/support/make-zip.ts";

const escapedXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

type DocxParts = {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly comments?: string;
  readonly extended?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly core?: string;
  /** Addresses of links by the ids of their relationships. */
  readonly links?: Readonly<Record<string, string>>;
};

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const names = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", office],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
  ["w15", "http://schemas.microsoft.com/office/word/2012/wordml"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["dc", "http://purl.org/dc/elements/1.1/"],
  ["dcterms", "http://purl.org/dc/terms/"],
  ["cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

const part = (name: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><${name} ${names}>${inside}</${name}>`;

/** The built-in styles that the fixtures use, with the language of the text. */
export const docxStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  ["Title", "Title"],
  ["Heading1", "heading 1"],
  ["Heading2", "heading 2"],
  ["Quote", "Quote"],
  ["IntenseQuote", "Intense Quote"],
  ["Caption", "caption"],
  ["ListBullet", "List Bullet"],
  ["SourceCode", "Source Code"],
  ["TOC1", "toc 1"],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join("")}`;

/** A Word file from its parts, which are written in WordprocessingML. */
export function docxOf(parts: DocxParts): Uint8Array<ArrayBuffer> {
  const side = (
    [
      ["styles", parts.styles, "w:styles"],
      ["comments", parts.comments, "w:comments"],
      ["commentsExtended", parts.extended, "w15:commentsEx"],
      ["footnotes", parts.footnotes, "w:footnotes"],
      ["endnotes", parts.endnotes, "w:endnotes"],
    ] as const
  ).flatMap(([name, inside, root]) => (inside === undefined ? [] : [{ name, xml: part(root, inside) }]));
  const relations = [
    ...side.map(({ name }) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`),
    ...Object.entries(parts.links ?? {}).map(
      ([id, href]) =>
        `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${escapedXml(href)}" TargetMode="External"/>`,
    ),
  ];
  return makeZip(
    Object.entries({
      "[Content_Types].xml": part("Types", ""),
      "_rels/.rels": part(
        "Relationships",
        `<Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/>`,
      ),
      "word/document.xml": part("w:document", `<w:body>${parts.body}</w:body>`),
      "word/_rels/document.xml.rels": part("Relationships", relations.join("")),
      ...Object.fromEntries(side.map(({ name, xml }) => [`word/${name}.xml`, xml])),
      ...(parts.core === undefined ? {} : { "docProps/core.xml": part("cp:coreProperties", parts.core) }),
    }).map(([name, data]) => ({ name, data })),
  );
}

/** A run of text, with the run properties given. */
export function run(text: string, properties = ""): string {
  const look = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escapedXml(text)}</w:t></w:r>`;
}

/** A paragraph of runs, in the style given. */
export function paragraph(runs: string, style?: string): string {
  const properties = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs}</w:p>`;
}

type DocxComment = {
  /** The words that are commented, as they stand in the paragraph; their first place there. */
  readonly on: string;
  readonly by: string;
  readonly text: string;
  readonly at?: string;
  readonly isResolved?: boolean;
  readonly replies?: readonly { readonly by: string; readonly text: string }[];
};

type DocxParagraph = { readonly text: string; readonly style?: string; readonly comments?: readonly DocxComment[] };

const paraId = (id: number) => id.toString(16).toUpperCase().padStart(8, "0");

/**
 * A Word file of plain paragraphs with comments on words of theirs. `style` is the id of one of `docxStyles`, for
 * example "Title" or "Heading1".
 */
export function makeDocx(content: {
  readonly paragraphs: readonly DocxParagraph[];
  readonly core?: string;
}): Uint8Array<ArrayBuffer> {
  const comments: string[] = [];
  const extended: string[] = [];
  const add = (by: string, text: string, more: { at?: string; parent?: number; isResolved?: boolean }): number => {
    const id = comments.length;
    const at = more.at ?? "2026-03-01T09:30:00Z";
    comments.push(
      `<w:comment w:id="${id}" w:author="${escapedXml(by)}" w:date="${at}"><w:p w14:paraId="${paraId(id + 1)}">${run(text)}</w:p></w:comment>`,
    );
    const parent = more.parent === undefined ? "" : ` w15:paraIdParent="${paraId(more.parent + 1)}"`;
    extended.push(
      `<w15:commentEx w15:paraId="${paraId(id + 1)}"${parent} w15:done="${more.isResolved === true ? 1 : 0}"/>`,
    );
    return id;
  };
  const body = content.paragraphs.map(({ text, style, comments: on = [] }) => {
    const signs: { readonly at: number; readonly xml: string }[] = [];
    for (const comment of on) {
      const at = text.indexOf(comment.on);
      if (at === -1) throw new Error(`“${comment.on}” is not in “${text}”`);
      const root = add(comment.by, comment.text, {
        ...(comment.at === undefined ? {} : { at: comment.at }),
        isResolved: comment.isResolved === true,
      });
      const ids = [root, ...(comment.replies ?? []).map((reply) => add(reply.by, reply.text, { parent: root }))];
      for (const id of ids) {
        signs.push({ at, xml: `<w:commentRangeStart w:id="${id}"/>` });
        signs.push({
          at: at + comment.on.length,
          xml: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
        });
      }
    }
    let done = 0;
    let runs = "";
    for (const { at, xml } of signs.sort((a, b) => a.at - b.at)) {
      runs += (at > done ? run(text.slice(done, at)) : "") + xml;
      done = Math.max(done, at);
    }
    return paragraph(runs + (done < text.length ? run(text.slice(done)) : ""), style);
  });
  return docxOf({
    body: body.join(""),
    styles: docxStyles,
    comments: comments.join(""),
    extended: extended.join(""),
    ...(content.core === undefined ? {} : { core: content.core }),
  });
}
