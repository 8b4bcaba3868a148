import { AlignmentType, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { standingOf } from "#lib/domain/report.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { referencesOf } from "#lib/formats/citations/edition-references.ts";
import { writeArticle } from "#lib/formats/docx/docx-article.ts";
import { sourceList, unplacedClaims } from "#lib/formats/docx/docx-back.ts";
import { commentOn } from "#lib/formats/docx/docx-comments.ts";
import { wordFootnotes } from "#lib/formats/docx/docx-footnotes.ts";
import { editionLine, frontPage } from "#lib/formats/docx/docx-front.ts";
import { placedClaims } from "#lib/formats/docx/docx-placing.ts";
import { bulletList, claimStyles, languageTag, paragraphStyles, stylesOf } from "#lib/formats/docx/docx-styles.ts";
import { lineOf, runsOf } from "#lib/formats/docx/docx-words.ts";
import { settledPackage } from "#lib/formats/docx/settled-package.ts";
import { withPart } from "#lib/formats/edition/zip-part.ts";
import { filled, voiceOf } from "#lib/formats/report/voice.ts";

/**
 * The edition as a Word document (ECMA-376): a first page, the article with a comment on the words of every claim and
 * those words in a style of their rating, and the sources. In the writer's template a comment is short where no other
 * wording is suggested. The signed edition is the part stet/edition.json. The same edition gives the same bytes.
 */
export async function editionToDocx(signed: SignedEdition): Promise<Uint8Array> {
  const { edition } = signed;
  const { article } = edition.report;
  const entries = edition.report.claims.map((claim) => ({ claim, standing: standingOf(claim) }));
  const voice = voiceOf(edition.language);
  const styles = claimStyles(entries, voice);
  const { placed, unplaced, inOrder } = placedClaims(article, entries, styles);
  const footnotes = wordFootnotes(article.text, article.blocks, placed);
  const written = writeArticle({ ...article, claims: placed, footnotes });
  const document = new Document({
    ...propertiesOf(signed),
    styles: stylesOf(styles.values(), {
      article: languageTag(article.language),
      report: voice.language,
    }),
    numbering: { config: [{ reference: bulletList, levels: bullets }] },
    comments: { children: inOrder.map((entry) => commentOn(entry, entry.comment, signed)) },
    footnotes: Object.fromEntries([...written.footnotes].map(([number, note]) => [number, { children: [note] }])),
    sections: [
      // the sections that follow have the footer of the one before
      { footers: { default: footerOf(edition) }, children: frontPage(signed, styles.values()) },
      { children: written.body },
      {
        children: [...unplacedClaims(unplaced, voice), ...sourceList(referencesOf(edition, numberedStyle).all, voice)],
      },
    ],
  });
  const at = new Date(edition.publishedAt);
  const settled = await settledPackage(await Packer.toBuffer(document), at);
  return withPart(settled, "stet/edition.json", new TextEncoder().encode(canonicalJson(signed)), at);
}

/** The list is numbered by the order of the claims, as this style has it; author-date styles also cost six times as much. */
const numberedStyle = "vancouver";

/** Word and others cut properties at 255 characters. */
const longestProperty = 250;

function propertiesOf({ edition, proof }: SignedEdition) {
  const { report, desk } = edition;
  const { article } = report;
  const { words } = voiceOf(edition.language);
  const line = (words: string) => lineOf(words, longestProperty);
  return {
    title: line(article.title) || words.untitled,
    subject: line(editionLine(edition)),
    creator: line(article.byline) || line(desk.name) || "Stet",
    lastModifiedBy: line(desk.name) || "Stet",
    revision: edition.number,
    ...(report.status === "withdrawn" ? { description: words.withdrawnNotice } : {}),
    customProperties: [
      { name: "Stet edition", value: edition.id },
      { name: "Stet digest", value: proof.digest },
      { name: "Stet key", value: proof.keyId },
    ],
  };
}

const bullets = [
  {
    level: 0,
    format: LevelFormat.BULLET,
    text: "•",
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: 567, hanging: 283 } } },
  },
];

function footerOf(edition: SignedEdition["edition"]): Footer {
  const { words, dir } = voiceOf(edition.language);
  const isWithdrawn = edition.report.status === "withdrawn";
  const line = lineOf(`${isWithdrawn ? `${words.stateWithdrawn}. ` : ""}${editionLine(edition)}`, 300);
  const isRightToLeft = dir === "rtl";
  const page = new TextRun({
    children: [`${words.comma}${filled(words.page, { number: "" })} `, PageNumber.CURRENT],
    ...(isRightToLeft ? { rightToLeft: true } : {}),
  });
  return new Footer({
    children: [
      new Paragraph({
        style: paragraphStyles.report,
        ...(isRightToLeft ? { bidirectional: true } : {}),
        children: [...runsOf(line, {}, dir), page],
      }),
    ],
  });
}
