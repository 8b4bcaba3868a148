import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Direction } from "#lib/domain/block.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** Words from outside within a line of ours: isolated, so that their direction does not reorder ours (UAX #9). */
export function isolated(words: string): Element {
  return h("bdi", {}, words);
}

/** A line of ours, with names in it, in our direction whatever name it begins with. */
export function ownLine(words: string, dir: Direction): Element {
  return h("p", {}, [h("bdi", { dir }, words)]);
}

/** Words from outside as paragraphs of their own direction, one for each line that is not empty. */
export function paragraphs(words: string): Element[] {
  return linesOf(words).map((line) => h("p", { dir: "auto" }, line));
}

/** The lines of a text that are not empty, without the white space around them. */
export function linesOf(words: string): string[] {
  return words
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A link that opens nothing but http, https or mailto; the bare words where the address is something else. */
export function outsideLink(address: string, content: readonly ElementContent[]): Element {
  const href = safeLink(address);
  return href === null
    ? h("span", {}, [...content])
    : h("a", { className: "link", href, rel: "noreferrer" }, [...content]);
}

/** Our words with what is filled in set apart from them; what is not given is left out. */
export function filledLine(words: string, values: Readonly<Record<string, ElementContent | string>>): ElementContent[] {
  return words
    .split(/\{(\w+)\}/)
    .map((part, index): ElementContent | string => (index % 2 === 0 ? part : (values[part] ?? "")))
    .filter((part) => part !== "")
    .map((part) => (typeof part === "string" ? { type: "text", value: part } : part));
}

/** Words only for those who do not see the page. */
export function hiddenWords(words: string): Element {
  return h("span", { className: "vh" }, words);
}
