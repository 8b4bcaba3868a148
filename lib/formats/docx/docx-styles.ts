import type { ICharacterStyleOptions, IParagraphStyleOptions, IStylesOptions } from "docx";
import { LineRuleType, UnderlineType } from "docx";
import type { RatingToken } from "#lib/domain/rating.ts";
import type { ReportStanding } from "#lib/domain/report.ts";
import { lineOf } from "#lib/formats/docx/docx-words.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import type { Voice } from "#lib/formats/report/voice.ts";

/**
 * The ids of the paragraph styles. What is set in one whose name begins with "Stet report" is no part of the article,
 * and the DOCX reader leaves it out.
 */
export const paragraphStyles = {
  quotation: "Quote",
  caption: "Caption",
  item: "ListBullet",
  code: "SourceCode",
  cell: "StetTableRow",
  footnote: "StetFootnote",
  comment: "CommentText",
  report: "StetReport",
  title: "StetReportTitle",
  heading: "StetReportHeading",
  notice: "StetReportNotice",
  source: "StetReportSource",
} as const;

export const bulletList = "stet-bullets";

const marks: Readonly<Record<RatingToken, { readonly color: string; readonly line: keyof typeof UnderlineType }>> = {
  true: { color: "1D6140", line: "SINGLE" },
  mostly: { color: "3F6414", line: "DASHLONG" },
  half: { color: "7D4F00", line: "DOUBLE" },
  barely: { color: "98400F", line: "DOTDASH" },
  false: { color: "A8281C", line: "WAVE" },
  off: { color: "565B63", line: "DOTTED" },
};

const unsettled = {
  stale: { state: "stateStale", color: "7D4F00", line: "WAVYDOUBLE" },
  withdrawn: { state: "stateWithdrawn", color: "655F52", line: "DOTTEDHEAVY" },
  unsettled: { state: "notSignedOff", color: "1D4B94", line: "DASH" },
} as const;

export type ClaimStyle = {
  readonly id: string;
  readonly name: string;
  /** What the name says of the claims, alone. */
  readonly label: string;
  readonly color: string;
  readonly line: keyof typeof UnderlineType;
  readonly claims: number;
};

/** A character style for every rating that is given and every other standing, by what `styleKey` calls it. */
export function claimStyles(entries: readonly ClaimEntry[], { words }: Voice): ReadonlyMap<string, ClaimStyle> {
  const styles = new Map<string, ClaimStyle>();
  const names = new Set<string>();
  for (const { standing } of entries) {
    const key = styleKey(standing);
    const known = styles.get(key);
    if (known !== undefined) {
      styles.set(key, { ...known, claims: known.claims + 1 });
      continue;
    }
    const isSigned = standing.kind === "signed-off";
    const { color, line } = isSigned ? marks[standing.verdict.token] : unsettled[standing.kind];
    const label = isSigned ? nameOf(standing.verdict.label) : words[unsettled[standing.kind].state];
    const whole = `${isSigned ? words.verdict : words.claim}: ${label}`;
    let name = whole;
    for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${whole} ${number}`;
    names.add(name.toLowerCase());
    styles.set(key, { id: `StetClaim${styles.size + 1}`, name, label, color, line, claims: 1 });
  }
  return styles;
}

export function styleKey(standing: ReportStanding): string {
  if (standing.kind !== "signed-off") return standing.kind;
  return `rating ${standing.verdict.token} ${standing.verdict.label}`;
}

/** In the name of a style a comma or a semicolon would begin another name of it. */
function nameOf(label: string): string {
  return lineOf(label.replace(/[,;]/gu, " "), 60) || "–";
}

const language = (tag: string) => {
  const isEastAsian = /^(?:zh|ja|ko)\b/iu.test(tag);
  const isRightToLeft = /^(?:ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb|syr|nqo)\b/iu.test(tag);
  return {
    value: tag,
    ...(isEastAsian ? { eastAsia: tag } : {}),
    ...(isRightToLeft ? { bidirectional: tag } : {}),
  };
};

/** A BCP 47 tag as it may stand in the file; anything else is not one. */
export function languageTag(tag: string | null): string | null {
  return tag !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,4}$/iu.test(tag) ? tag : null;
}

type Languages = { readonly article: string | null; readonly report: string | null };

export function stylesOf(claims: Iterable<ClaimStyle>, languages: Languages): IStylesOptions {
  const own = languages.report === null ? {} : { language: language(languages.report) };
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, boldComplexScript: true, color: "1C1A16", font: headingFont },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: {
          size: 22,
          font: bodyFont,
          ...(languages.article === null ? {} : { language: language(languages.article) }),
        },
        paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(36, 360),
      heading2: heading(30, 320),
      heading3: heading(26, 280),
      heading4: heading(24, 240),
      heading5: heading(22, 240),
      heading6: heading(22, 240),
      hyperlink: { run: { color: "1D4B94", underline: { type: UnderlineType.SINGLE } } },
    },
    paragraphStyles: [...articleStyles, ...reportStyles.map((style) => ({ ...style, run: { ...style.run, ...own } }))],
    characterStyles: [
      { id: "DefaultParagraphFont", name: "Default Paragraph Font", semiHidden: true },
      { id: "CommentReference", name: "annotation reference", basedOn: "DefaultParagraphFont", run: { size: 16 } },
      ...[...claims].map(characterStyle),
    ],
  };
}

const bodyFont = { ascii: "Georgia", hAnsi: "Georgia", cs: "Times New Roman", eastAsia: "Noto Serif CJK SC" };
const headingFont = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Noto Sans CJK SC" };

function characterStyle({ id, name, color, line }: ClaimStyle): ICharacterStyleOptions {
  const underline = { type: UnderlineType[line], color };
  return { id, name, basedOn: "DefaultParagraphFont", quickFormat: true, run: { color, underline } };
}

const articleStyles: readonly IParagraphStyleOptions[] = [
  {
    id: paragraphStyles.quotation,
    name: "Quote",
    basedOn: "Normal",
    quickFormat: true,
    paragraph: { indent: { start: 567, end: 567 } },
  },
  { id: paragraphStyles.caption, name: "caption", basedOn: "Normal", run: { size: 18, color: "4A453B" } },
  { id: paragraphStyles.item, name: "List Bullet", basedOn: "Normal", quickFormat: true },
  {
    id: paragraphStyles.code,
    name: "Source Code",
    basedOn: "Normal",
    run: { font: "Courier New", size: 19, noProof: true },
    paragraph: { spacing: { before: 160, line: 240, lineRule: LineRuleType.AUTO }, keepLines: true },
  },
  { id: paragraphStyles.cell, name: "Stet table row", basedOn: "Normal", paragraph: { spacing: { after: 60 } } },
  { id: paragraphStyles.footnote, name: "Stet footnote", basedOn: "Normal", run: { size: 18 } },
  { id: paragraphStyles.comment, name: "annotation text", basedOn: "Normal", run: { size: 20 } },
];

const reportStyles: readonly IParagraphStyleOptions[] = [
  { id: paragraphStyles.report, name: "Stet report", basedOn: "Normal", run: { font: headingFont, size: 20 } },
  {
    id: paragraphStyles.title,
    name: "Stet report title",
    basedOn: paragraphStyles.report,
    run: { font: headingFont, size: 44, bold: true, boldComplexScript: true },
    paragraph: { spacing: { before: 400, after: 240 }, outlineLevel: 0, keepNext: true },
  },
  {
    id: paragraphStyles.heading,
    name: "Stet report heading",
    basedOn: paragraphStyles.report,
    run: { font: headingFont, size: 26, bold: true, boldComplexScript: true },
    paragraph: { spacing: { before: 320, after: 120 }, outlineLevel: 0, keepNext: true },
  },
  {
    id: paragraphStyles.notice,
    name: "Stet report notice",
    basedOn: paragraphStyles.report,
    run: { font: headingFont, size: 22, bold: true, boldComplexScript: true, color: "A8281C" },
    paragraph: { indent: { start: 170 }, border: { left: { style: "single", size: 24, space: 8, color: "A8281C" } } },
  },
  {
    id: paragraphStyles.source,
    name: "Stet report source",
    basedOn: paragraphStyles.report,
    paragraph: { indent: { start: 425, hanging: 425 }, keepLines: true },
  },
];
