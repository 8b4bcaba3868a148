import type { Element } from "hast";
import { h } from "hastscript";
import type { Block } from "#lib/domain/block.ts";
import type { Report } from "#lib/domain/report.ts";
import { cellsOf, groupsOf } from "#lib/formats/report/article-pieces.ts";
import type { Annotator } from "#lib/formats/report/html-annotated.ts";
import { annotatorOf, apart } from "#lib/formats/report/html-annotated.ts";
import { standingColour, standingMark } from "#lib/formats/report/html-standing.ts";
import type { Manner } from "#lib/formats/report/manner.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";

/** The annotated article, and the numbers of the claims that have a margin note, in the order of the notes. */
export type ArticleSection = { readonly section: Element; readonly noted: readonly number[] };

/**
 * The article with its claims marked in the text and noted beside it. Every block carries `data-block`; its words,
 * less the elements with `data-apart`, are the block's text (cells of a table row are parted by a tab there).
 */
export function articleSection(report: Report, entries: readonly ClaimEntry[], manner: Manner): ArticleSection {
  const annotator = annotatorOf(report, entries, manner);
  const { words } = manner.voice;
  const noted: number[] = [];
  const passages = groupsOf(report.article.blocks).map((group) => {
    const element = groupElement(report.article.text, group, annotator);
    const notes = annotator.takeBegun();
    noted.push(...notes.map((entry) => entry.claim.number));
    return h("div", { className: "block" }, [element, notes.length === 0 ? null : noteList(notes, manner)]);
  });
  const language = languageTag(report.article.language);
  const galley = h("div", { className: "galley", ...(language === null ? {} : { lang: language }) }, [
    h("span", { className: "top", ariaHidden: "true", ...apart }),
    ...passages,
  ]);
  const empty = h("p", { className: "soft" }, words.noText);
  const section = h("section", { ariaLabelledBy: "the-article" }, [
    h("h2", { id: "the-article" }, words.theArticle),
    passages.length === 0 ? empty : galley,
  ]);
  return { section, noted };
}

/** The tag when it has the shape of BCP 47, else null. */
export function languageTag(language: string | null): string | null {
  return language !== null && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? language : null;
}

/** A list's bullets and a table's columns run as the article's words do, in whichever language the report is. */
function groupElement(text: string, group: readonly Block[], annotator: Annotator): Element | null {
  const [first] = group;
  if (first === undefined) return null;
  if (first.type === "list-item") {
    return h(
      "ul",
      { className: "items", dir: first.dir },
      group.map((block) => h("li", blockProperties(block), annotator.write(block, block.marks))),
    );
  }
  if (first.type === "table-row") {
    const rows = group.map((block) => h("tr", blockProperties(block), rowCells(text, block, annotator)));
    return h("table", { dir: first.dir }, [h("tbody", {}, rows)]);
  }
  return blockElement(first, annotator);
}

function blockElement(block: Block, annotator: Annotator): Element {
  const words = annotator.write(block, block.marks);
  const properties = blockProperties(block);
  switch (block.type) {
    case "heading":
      return h(`h${Math.min(6, Math.max(3, (block.level ?? 2) + 1))}`, properties, words);
    case "quotation":
      return h("blockquote", { dir: block.dir }, [h("p", properties, words)]);
    case "caption":
    case "footnote":
      return h("p", { ...properties, className: "caption" }, words);
    case "code":
      return h("pre", properties, [h("code", {}, words)]);
    case "paragraph":
    case "list-item":
    case "table-row":
      return h("p", properties, words);
  }
}

function blockProperties(block: Block) {
  return { dataBlock: String(block.index), dir: block.dir };
}

function rowCells(text: string, block: Block, annotator: Annotator): Element[] {
  return cellsOf(text, block).map((cell) => h("td", {}, annotator.write(cell, block.marks)));
}

function noteList(notes: readonly ClaimEntry[], manner: Manner): Element {
  const { language, dir, words } = manner.voice;
  const items = notes.map((entry) => h("li", {}, [note(entry, manner)]));
  return h(
    "ul",
    { className: "notes", role: "list", lang: language, dir, ariaLabel: words.claimsHere, ...apart },
    items,
  );
}

function note({ claim, standing }: ClaimEntry, { voice, anchorOf }: Manner): Element {
  const id = `note-${claim.number}`;
  return h("a", { className: "note", id, href: `#${anchorOf(claim)}`, ...standingColour(standing) }, [
    h("span", { className: "num" }, [h("span", { className: "vh" }, `${voice.words.claim} `), String(claim.number)]),
    standingMark(claim, standing, voice),
  ]);
}
