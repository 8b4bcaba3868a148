import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { noticeBar, type PublicPage, robotsWords } from "#lib/formats/edition/page-parts.ts";

export type ReportPage = PublicPage & {
  /** Where the edition is read: its files and the pages of its claims are below. */
  readonly root: string;
  readonly hasClaimPages: boolean;
  /** The names of its files, each with what a reader calls it. */
  readonly files: readonly { readonly name: string; readonly words: string }[];
};

const mastTag = '<header class="head">';

/** The edition's HTML file as a page: with what became of it since above, and its files and claims below. */
export async function reportPageToHtml(signed: SignedEdition, page: ReportPage): Promise<string> {
  const html = await editionToHtml(signed);
  const head = [
    h("meta", { name: "robots", content: robotsWords(page.isIndexed) }),
    ...(page.canonical === "" ? [] : [h("link", { rel: "canonical", href: page.canonical })]),
  ];
  const top = toHtml({ type: "root", children: page.notices.map(noticeBar) });
  // Below the head's own tag, where its style has them; a title that says the same is escaped.
  const place = html.includes(mastTag) ? mastTag : "<body>";
  return html
    .replace(/<meta name="robots"[^>]*>/, "")
    .replace("</head>", () => `${toHtml({ type: "root", children: head })}</head>`)
    .replace(place, (tag) => `${tag}${top}`)
    .replace(/<\/body>(?=\s*<\/html>\s*$)/, () => `${toHtml(ways(signed, page))}</body>`);
}

function ways({ edition }: SignedEdition, { root, files, hasClaimPages }: ReportPage) {
  const link = (href: string, words: string) => [h("a", { className: "link", href: `${root}/${href}` }, words), " "];
  return h("nav", { className: "rep", ariaLabel: "Files and claims", lang: "en", dir: "ltr" }, [
    h("p", {}, ["This edition as a file: ", ...files.flatMap(({ name, words }) => link(name, words))]),
    h("p", {}, [h("a", { className: "link", href: "/verify" }, "Check that a file is genuine")]),
    hasClaimPages
      ? h("p", {}, [
          "One claim a page: ",
          ...edition.report.claims.flatMap(({ id, number }) => link(`claims/${id}`, `Claim ${number}`)),
        ])
      : null,
  ]);
}
