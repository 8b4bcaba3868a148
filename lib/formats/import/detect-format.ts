import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";

type Names = { readonly fileName: string; readonly contentType: string };

const preamble = /^(?:\uFEFF|\s|<\?xml[^>]*>|<!--[\s\S]{0,2000}?-->)*/;
const document = /^<(?:!doctype\s+html|html|head|body)\b/i;
const element =
  /^<(?:p|div|article|section|main|header|h[1-6]|ul|ol|table|blockquote|figure|meta|title|script|style)\b/i;
const anyTag = /<(?:[a-z][^<>]*|\/[a-z][^<>]*|!doctype[^<>]*)>/i;

/** Content decides over names: an HTML document is HTML whatever it is called. Names part text from Markdown. */
export function detectFormat(text: string, names: Names): ImportedDocument["format"] {
  const start = text.slice(0, 10_000).replace(preamble, "");
  if (document.test(start)) return "html";
  const named = namedFormat(names);
  if (named === "html") return anyTag.test(text) ? "html" : "text";
  if (named !== null) return named;
  return element.test(start) ? "html" : "text";
}

/** Whether the undecoded beginning looks like markup, so that its own charset declaration counts. */
export function looksLikeMarkup(bytes: Uint8Array, names: Names): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  return detectFormat(head.replaceAll("\0", "").replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, ""), names) === "html";
}

function namedFormat({ fileName, contentType }: Names): ImportedDocument["format"] | null {
  if (/\.(?:md|markdown|mdown)$/i.test(fileName)) return "markdown";
  if (/\.(?:html?|xhtml)$/i.test(fileName)) return "html";
  if (/\.te?xt$/i.test(fileName)) return "text";
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return "html";
  if (/^\s*text\/(?:x-)?markdown\b/i.test(contentType)) return "markdown";
  return /^\s*text\/plain\b/i.test(contentType) ? "text" : null;
}
