import { makeZip } from "#tests/support/make-zip.ts";

type OdtParts = {
  /** What stands in `office:text`. */
  readonly text: string;
  /** What stands in `office:automatic-styles` of the content. */
  readonly automatic?: string;
  /** What stands in `office:styles`. */
  readonly styles?: string;
  /** What stands in `office:meta`. */
  readonly meta?: string;
  readonly manifest?: string;
};

const names = [
  ...["office", "text", "table", "style", "meta", "manifest"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(" ");

const part = (name: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><${name} ${names}>${inside}</${name}>`;

/** An OpenDocument text from its parts, which are written in its XML. */
export function odtOf({
  text,
  automatic = "",
  styles = "",
  meta = "",
  manifest = "",
}: OdtParts): Uint8Array<ArrayBuffer> {
  return makeZip(
    Object.entries({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": part(
        "office:document-content",
        `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
      ),
      "styles.xml": part("office:document-styles", `<office:styles>${styles}</office:styles>`),
      "meta.xml": part("office:document-meta", `<office:meta>${meta}</office:meta>`),
      "META-INF/manifest.xml": part("manifest:manifest", manifest),
    }).map(([name, data]) => ({ name, data })),
  );
}
