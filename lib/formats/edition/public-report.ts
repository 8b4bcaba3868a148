import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { noticeBar, type PublicPage, robotsWords } from "#lib/formats/edition/page-parts.ts";
import { type SinceEarlier, sinceSection } from "#lib/formats/edition/since-earlier.ts";
import { filled, voiceOf } from "#lib/formats/report/voice.ts";

export type ReportPage = PublicPage & {
  /** Where the edition is read: its files and the pages of its claims are below. */
  readonly root: string;
  readonly hasClaimPages: boolean;
  readonly files: readonly ReportFile[];
  /** What is otherwise than in the edition before; null in the first, and where that one is not for this reader. */
  readonly since: SinceEarlier | null;
};

/** A file of the edition: its name in the address, and what a reader calls it, in every language or in the report's. */
export type ReportFile = { readonly name: string } & (
  | { readonly format: string; readonly word?: undefined }
  | { readonly word: "archivePdf" | "sources" | "annotations" | "signedJson" }
);

const mastTag = '<header class="head">';

/** The edition's HTML file as a page: with what became of it since above, what it changed below its head, and its files and claims at the end. */
export async function reportPageToHtml(signed: SignedEdition, page: ReportPage): Promise<string> {
  const html = await editionToHtml(signed);
  const head = [
    h("meta", { name: "robots", content: robotsWords(page.isIndexed) }),
    ...(page.canonical === "" ? [] : [h("link", { rel: "canonical", href: page.canonical })]),
  ];
  const top = toHtml({ type: "root", children: page.notices.map(noticeBar) });
  // Below the head's own tag, where its style has them; a title that says the same is escaped.
  const place = html.includes(mastTag) ? mastTag : "<body>";
  const since = page.since === null ? "" : toHtml(sinceSection(page.since, voiceOf(signed.edition.language)));
  return html
    .replace(/<meta name="robots"[^>]*>/, "")
    .replace("</head>", () => `${toHtml({ type: "root", children: head })}</head>`)
    .replace(place, (tag) => `${tag}${top}`)
    .replace("</header>", (tag) => `${tag}${since}`)
    .replace(/<\/body>(?=\s*<\/html>\s*$)/, () => `${toHtml(ways(signed, page))}</body>`);
}

function ways({ edition }: SignedEdition, { root, files, hasClaimPages }: ReportPage) {
  const { words } = voiceOf(edition.language);
  const link = (href: string, name: string) => [h("a", { className: "link", href: `${root}/${href}` }, name), " "];
  const nameOf = (file: ReportFile) => (file.word === undefined ? file.format : words[file.word]);
  return h("nav", { id: "stet-page", className: "rep", ariaLabel: words.filesAndClaims }, [
    h("p", {}, [`${words.asFile} `, ...files.flatMap((file) => link(file.name, nameOf(file)))]),
    h("p", {}, [h("a", { className: "link", href: "/verify", hrefLang: "en" }, words.checkGenuine)]),
    hasClaimPages
      ? h("p", {}, [
          `${words.oneClaimAPage} `,
          ...edition.report.claims.flatMap(({ id, number }) =>
            link(`claims/${id}`, filled(words.claimNumber, { number })),
          ),
        ])
      : null,
  ]);
}
