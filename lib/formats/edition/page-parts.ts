import { createHash } from "node:crypto";
import type { Element } from "hast";
import { h } from "hastscript";
import type { EditionDocument } from "#lib/domain/edition.ts";
import { dayOf, joinedParts, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { sentence } from "#lib/formats/tables/edition-lines.ts";

/** Something a page says above everything else, with where to go on. Without a voice it is in English. */
export type PageNotice = {
  readonly words: string;
  readonly link?: { readonly words: string; readonly href: string };
  readonly voice?: Voice;
};

/** What a page has besides the edition. Addresses are absolute, or paths from the server's root. */
export type PublicPage = {
  /** The page's own lasting address; "" for a page that nobody else should come to. */
  readonly canonical: string;
  readonly isIndexed: boolean;
  readonly notices: readonly PageNotice[];
};

/** A notice in the bar at the top of the page. */
export function noticeBar({ words, link, voice = voiceOf("en") }: PageNotice): Element {
  return h("p", { className: "draft", role: "note", lang: voice.language, dir: voice.dir }, [
    h("b", {}, words),
    link === undefined ? null : h("a", { href: link.href }, [h("u", {}, link.words)]),
  ]);
}

/** What this edition changed and why, in a line; null in the first. */
export function changeLine({ change, publishedAt, language }: EditionDocument): string | null {
  if (change === null) return null;
  const voice = voiceOf(language);
  const named = joinedParts([voice.words[change.kind], dayOf(publishedAt, voice)], voice);
  return `${named}: ${sentence(change.what)} ${sentence(change.why)}`.trim();
}

type Head = {
  readonly title: string;
  readonly css: readonly string[];
  readonly page: Omit<PublicPage, "notices">;
  /** JSON-LD, or null. */
  readonly data?: string | null;
};

/** The head of a page with its style inside and nothing to load; throws when a style sheet would end its element. */
export function pageHead({ title, css, page, data = null }: Head): Element {
  const style = css.join("\n");
  if (/<[/!]/.test(style) || style.includes("\r")) throw new Error("A style sheet cannot hold </ or <! or a return");
  return h("head", {}, [
    h("meta", { charSet: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "referrer", content: "no-referrer" }),
    h("meta", { name: "robots", content: robotsWords(page.isIndexed) }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    page.canonical === "" ? null : h("link", { rel: "canonical", href: page.canonical }),
    h("title", {}, title),
    h("style", {}, style),
    data === null ? null : h("script", { type: "application/ld+json" }, inScript(data)),
  ]);
}

export function robotsWords(isIndexed: boolean): string {
  return isIndexed ? "index, follow" : "noindex";
}

/** JSON that no parser of HTML takes for the end of its element. */
export function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

/**
 * The Content-Security-Policy for a document that has its styles inside and runs nothing; `frameAncestors` says who may
 * show it in a frame. Data blocks such as JSON-LD need no permission.
 */
export function documentPolicy(html: string, frameAncestors: "'none'" | "'self'" | "*"): string {
  const hashes = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, style = ""]) => `'sha256-${createHash("sha256").update(style, "utf8").digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${hashes.join(" ") || "'none'"}`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");
}
