/** The formats that are text. */
export type ReadableFormat = "html" | "markdown" | "text" | "subtitles";

type Names = { readonly fileName: string; readonly contentType: string };

const preamble = /^(?:\uFEFF|\s|<\?xml[^>]*>|<!--[\s\S]{0,2000}?-->)*/;
const document = /^<(?:!doctype\s+html|html|head|body)\b/i;
const element =
  /^<(?:p|div|article|section|main|header|h[1-6]|ul|ol|table|blockquote|figure|meta|title|script|style)\b/i;
const anyTag = /<(?:[a-z][^<>]*|\/[a-z][^<>]*|!doctype[^<>]*)>/i;
const cueTimes = /^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\S\n]*-->/m;
const firstCue = /^\s*(?:\d+[^\S\n]*\n\s*)?(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\S\n]*-->/;

/** Content decides over names: an HTML document is HTML whatever it is called. Names part text from Markdown. */
export function detectFormat(text: string, names: Names): ReadableFormat {
  const head = text.slice(0, 10_000);
  const start = head.replace(preamble, "");
  if (document.test(start)) return "html";
  const lines = head.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (firstCue.test(lines) || (/^WEBVTT(?:[ \t\n]|$)/.test(lines) && cueTimes.test(lines))) return "subtitles";
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

/** Whether the bytes begin like a message: a mail, or a page that a browser saved as one (MHTML, RFC 2557). */
export function looksLikeMessage(bytes: Uint8Array): boolean {
  return isMessage(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString("latin1"));
}

/** Header lines to begin with, and among them the two that every such message has. */
function isMessage(head: string): boolean {
  const headers = /^\s*(?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+/.exec(head)?.[0] ?? "";
  return /^mime-version:/im.test(headers) && /^content-type:\s*(?:multipart|text|message)\//im.test(headers);
}

function namedFormat({ fileName, contentType }: Names): Exclude<ReadableFormat, "subtitles"> | null {
  if (/\.(?:md|markdown|mdown)$/i.test(fileName)) return "markdown";
  if (/\.(?:html?|xhtml)$/i.test(fileName)) return "html";
  if (/\.te?xt$/i.test(fileName)) return "text";
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return "html";
  if (/^\s*text\/(?:x-)?markdown\b/i.test(contentType)) return "markdown";
  return /^\s*text\/plain\b/i.test(contentType) ? "text" : null;
}
