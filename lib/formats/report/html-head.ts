import { createHash } from "node:crypto";
import type { Element } from "hast";
import { h } from "hastscript";

type Head = { readonly style: string; readonly robots?: string };

/**
 * The head of a page that loads and runs nothing: its style is inline and named by hash in its Content-Security-Policy.
 * Throws when the style sheet would end its element.
 */
export function pageHead(title: string, { style, robots }: Head): Element {
  if (/<[/!]/.test(style) || style.includes("\r")) throw new Error("A style sheet cannot hold </ or <! or a return");
  const hash = createHash("sha256").update(style, "utf8").digest("base64");
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return h("head", {}, [
    h("meta", { charSet: "utf-8" }),
    h("meta", { httpEquiv: "Content-Security-Policy", content: policy }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "referrer", content: "no-referrer" }),
    robots === undefined ? null : h("meta", { name: "robots", content: robots }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("title", {}, title),
    h("style", {}, style),
  ]);
}

/**
 * Ties each margin note to its claim's number and to the note above it, for browsers with anchor positioning, and gives
 * each part of the counts strip its share of the width.
 */
export function galleyRules(noted: readonly number[], counts: readonly number[]): string {
  const notes = noted.map((number, index) => {
    const above = index === 0 ? "--top" : `--n${noted[index - 1]}`;
    return `#c${number}{anchor-name:--c${number}}#note-${number}{anchor-name:--n${number};--c:--c${number};--p:${above}}`;
  });
  return [...notes, ...counts.map((count) => `.grow-${count}{flex-grow:${count}}`)].join("\n");
}
