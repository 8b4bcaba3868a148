import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { EditionDocument } from "#lib/domain/edition.ts";
import { pageHead } from "#lib/formats/edition/page-parts.ts";
import { filledLine, isolated } from "#lib/formats/report/html-text.ts";
import { reportTokens } from "#lib/formats/report/report-tokens.ts";
import { filled, voiceOf } from "#lib/formats/report/voice.ts";

const css =
  "body { margin: 4rem auto; max-inline-size: 30rem; padding-inline: 1rem; font: 1rem/1.5 var(--font-ui); color: var(--color-ink); background: var(--color-paper); overflow-wrap: anywhere }" +
  "main a { color: var(--color-pencil) } .framed { margin: 1rem auto } .framed h1 { font-size: 1.1875rem; line-height: 1.625rem }";

type LeftOut = {
  /** The edition that left the claim out, and the one before it, which printed it last. */
  readonly leftOut: { readonly number: number; readonly href: string };
  readonly printed: { readonly number: number; readonly href: string };
  /** In a frame on somebody else's page links open beside it. */
  readonly isFramed: boolean;
};

/**
 * What stands where a claim stood that a later edition does not print, with the way to both editions, in the report's
 * language.
 */
export function leftOutPage(
  { desk, report, language }: EditionDocument,
  { leftOut, printed, isFramed }: LeftOut,
): string {
  const target = isFramed ? { target: "_blank", rel: "noopener" } : {};
  const title = report.article.title.trim();
  const { words, dir, language: lang } = voiceOf(language);
  const head = filled(words.claimLeftOut, { number: leftOut.number });
  const said = title === "" ? words.leftOutUntitled : words.leftOutOf;
  const page = h("html", { lang, dir }, [
    pageHead({ title: head, css: [reportTokens, css], page: { canonical: "", isIndexed: false } }),
    h("body", isFramed ? { className: "framed" } : {}, [
      h("main", {}, [
        h("h1", {}, head),
        h("p", {}, [
          ...filledLine(said, { desk: isolated(desk.name), title: isolated(title) }),
          ` ${filled(words.stoodLast, { number: printed.number })}`,
        ]),
        h("p", {}, [h("a", { href: leftOut.href, ...target }, filled(words.readEdition, { number: leftOut.number }))]),
        h("p", {}, [h("a", { href: printed.href, ...target }, filled(words.readClaimIn, { number: printed.number }))]),
      ]),
    ]),
  ]);
  return `${toHtml({ type: "root", children: [{ type: "doctype" }, page] })}\n`;
}
