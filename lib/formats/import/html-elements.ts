import type { HtmlElement } from "#lib/formats/import/html-tree.ts";
import { attributeOf } from "#lib/formats/import/html-tree.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements whose content is never the text of an article. `rt` and `rp` would break the words they annotate. */
const unread = words(
  "script style template noscript svg math iframe object embed applet param audio video canvas map area head title " +
    "base link meta button input select textarea option optgroup datalist output progress meter noembed noframes " +
    "frameset frame rt rp dialog colgroup col source track",
);

/** Elements that begin and end a block; all others are inline. */
export const blockElements = words(
  "html body main article section header footer nav aside div p h1 h2 h3 h4 h5 h6 hgroup ul ol menu li dl dt dd " +
    "blockquote pre listing xmp plaintext figure figcaption table caption thead tbody tfoot tr td th form fieldset " +
    "legend details summary address center hr search dir",
);

export const preformatted = words("pre listing xmp plaintext");

/** `aria-hidden` on these hides an ornament or a duplicate; on a paragraph or an article it is a page's mistake. */
const ornaments = words("span i b em a img div label small sup sub nav aside header footer figure ul");

const noDisplay = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore)/i;
const wordComments = /(?:^|;)\s*mso-element\s*:\s*comment/i;

/** Whether an element and everything in it stays out: not text, or hidden from the reader of the page. */
export function isUnread(element: HtmlElement): boolean {
  if (unread.has(element.tagName)) return !(element.tagName === "dialog" && attributeOf(element, "open") !== null);
  if (element.attrs.length === 0) return false;
  const hidden = attributeOf(element, "hidden");
  if (hidden !== null && hidden.toLowerCase() !== "until-found" && !isStreamed(element)) return true;
  if (attributeOf(element, "aria-hidden") === "true" && ornaments.has(element.tagName)) return true;
  const style = attributeOf(element, "style");
  if (style !== null && (noDisplay.test(style) || wordComments.test(style))) return true;
  // What mdast-util-to-hast adds to footnotes: a way back, and a heading for screen readers.
  return attributeOf(element, "data-footnote-backref") !== null || attributeOf(element, "id") === "footnote-label";
}

/** React sends parts of a page behind its end, hidden, and lets a script move them to where they belong. */
function isStreamed(element: HtmlElement): boolean {
  return /^S:[0-9a-f]+$/.test(attributeOf(element, "id") ?? "");
}

/** Whether a table arranges the page instead of holding data: its cells are then read as ordinary blocks. */
export function isLayoutTable(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/i.test(attributeOf(table, "role") ?? "")) return true;
  let widest = 0;
  const waiting: HtmlElement[] = [table];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    let cells = 0;
    let paragraphs = 0;
    for (const child of element.childNodes) {
      if (!("tagName" in child)) continue;
      if (/^(?:table|h[1-6]|ul|ol|blockquote|pre|figure|article|section)$/.test(child.tagName)) return true;
      if (child.tagName === "td" || child.tagName === "th") cells += 1;
      if (child.tagName === "p") paragraphs += 1;
      waiting.push(child);
    }
    if (paragraphs > 1) return true;
    widest = Math.max(widest, cells);
  }
  return widest < 2;
}
