import type { BlockDraft } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { ok } from "#lib/domain/result.ts";
import { charactersOf, textOfDraft } from "#lib/formats/import/block-words.ts";
import { htmlBlocks } from "#lib/formats/import/html-blocks.ts";
import { htmlMetadata } from "#lib/formats/import/html-metadata.ts";
import type { HtmlParent } from "#lib/formats/import/html-tree.ts";
import { parseHtml } from "#lib/formats/import/html-tree.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { leftOutTexts } from "#lib/formats/import/left-out.ts";
import { mainContent } from "#lib/formats/import/main-content.ts";
import { pageFacts } from "#lib/formats/import/page-facts.ts";

const struckWords = "The text has struck-out words. They stand in it as ordinary words; check them.";
const wholePage = "The article could not be told from the rest of the page, so the whole page was taken.";

/** Pages shorter than this are taken whole, and an article shorter than the second is not believed. */
const shortPage = 1_000;
const shortArticle = 250;

/** The part of a page's long blocks that its article must have to be believed. */
const leastProse = 0.05;

/** A page that was fetched or uploaded: its main content where that can be told from the rest, else its whole body. */
export function readHtmlPage(html: string, address: string | null): Result<ImportedDocument, ImportProblem> {
  const tree = parseHtml(html);
  if (!tree.ok) return tree;
  const facts = pageFacts(tree.value, address);
  const page = htmlBlocks(tree.value, facts.base);
  const taken = isWholeDocument(html) ? takeMain(tree.value, page.blocks, facts.base) : { blocks: page.blocks };
  const { metadata, warnings } = htmlMetadata(facts, { address, byline: taken.byline ?? null });
  return ok({
    blocks: taken.blocks,
    metadata,
    format: "html",
    leftOut: taken.blocks === page.blocks ? [] : leftOutTexts(page.blocks, taken.blocks),
    warnings: [...warnings, ...(taken.warning ? [taken.warning] : []), ...(page.hasStruckWords ? [struckWords] : [])],
  });
}

/** A piece of HTML that a person chose themselves, from the clipboard or made from Markdown: all of it. */
export function readHtmlFragment(html: string, base: string | null): Result<ImportedDocument, ImportProblem> {
  const tree = parseHtml(html);
  if (!tree.ok) return tree;
  const { blocks, hasStruckWords } = htmlBlocks(tree.value, base);
  return ok({
    blocks,
    metadata: noMetadata,
    format: "html",
    leftOut: [],
    warnings: hasStruckWords ? [struckWords] : [],
  });
}

function isWholeDocument(html: string): boolean {
  return /<(?:!doctype\s+html|html|body)\b/i.test(html);
}

type Taken = { readonly blocks: readonly BlockDraft[]; readonly byline?: string | null; readonly warning?: string };

function takeMain(page: HtmlParent, pageBlocks: readonly BlockDraft[], base: string | null): Taken {
  const pageCharacters = charactersOf(pageBlocks);
  if (pageCharacters < shortPage) return { blocks: pageBlocks };
  const main = mainContent(page);
  const tree = main === null ? null : parseHtml(main.html);
  if (main === null || tree === null || !tree.ok) return { blocks: pageBlocks, warning: wholePage };
  const { blocks } = htmlBlocks(tree.value, base);
  const isTooLittle = charactersOf(blocks) < shortArticle || proseOf(blocks) < proseOf(pageBlocks) * leastProse;
  if (isTooLittle) return { blocks: pageBlocks, warning: wholePage };
  return { blocks, byline: main.byline };
}

function proseOf(blocks: readonly BlockDraft[]): number {
  return blocks.reduce((total, block) => total + proseLength(textOfDraft(block).length), 0);
}

const proseLength = (length: number) => (length < 80 ? 0 : length);
