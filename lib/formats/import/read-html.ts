import type { Result } from "#lib/domain/result.ts";
import { ok } from "#lib/domain/result.ts";
import { htmlBlocks } from "#lib/formats/import/html-blocks.ts";
import { htmlMetadata } from "#lib/formats/import/html-metadata.ts";
import { parseHtml } from "#lib/formats/import/html-tree.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { importLimits, noMetadata } from "#lib/formats/import/imported-document.ts";
import { droppedBlocks } from "#lib/formats/import/left-out.ts";
import { bodyInData } from "#lib/formats/import/main/body-in-data.ts";
import { chooseBlocks } from "#lib/formats/import/main/choose-blocks.ts";
import { hintsOf } from "#lib/formats/import/main/page-hints.ts";
import type { PageOutline } from "#lib/formats/import/main/page-outline.ts";
import { outlinePage } from "#lib/formats/import/main/page-outline.ts";
import type { PageFacts } from "#lib/formats/import/page-facts.ts";
import { pageFacts } from "#lib/formats/import/page-facts.ts";

const struckWords = "The text has struck-out words. They stand in it as ordinary words; check them.";
const wholePage = "The article could not be told from the rest of the page, so the whole page was taken.";

const outOfData = "The article does not stand on the page itself. It was taken from the page's own data (JSON-LD).";

/** Pages shorter than this are taken whole, and an article shorter than the second is not believed. */
const shortPage = 400;
const shortArticle = 60;

/** A page that was fetched or uploaded: its main content where that can be told from the rest, else its whole body. */
export function readHtmlPage(html: string, address: string | null): Result<ImportedDocument, ImportProblem> {
  const tree = parseHtml(html);
  if (!tree.ok) return tree;
  const facts = pageFacts(tree.value, address);
  const page = htmlBlocks(tree.value, facts.base);
  const outline = outlinePage(page.blocks, page.sources, tree.value);
  const { isTaken, warning } = isWholeDocument(html) ? takeMain(outline, facts) : takeAll(outline);
  const { metadata, warnings } = htmlMetadata(facts, { address, blocks: outline.blocks });
  const unseen = isWholeDocument(html) ? bodyInData(facts.article?.body ?? null, outline) : null;
  if (unseen !== null) {
    const dropped = droppedBlocks(page.blocks, []);
    return ok({ blocks: unseen, metadata, format: "html", dropped, notes: [], warnings: [...warnings, outOfData] });
  }
  return ok({
    blocks: page.blocks.filter((_, index) => isTaken[index]),
    metadata,
    format: "html",
    dropped: droppedBlocks(page.blocks, isTaken),
    notes: [],
    warnings: [...warnings, ...(warning === null ? [] : [warning]), ...(page.hasStruckWords ? [struckWords] : [])],
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
    dropped: [],
    notes: [],
    warnings: hasStruckWords ? [struckWords] : [],
  });
}

function isWholeDocument(html: string): boolean {
  return /<(?:!doctype\s+html|html|body)\b/i.test(html);
}

/** An article has fewer than half of these; telling more apart would take too long. */
const mostBlocks = importLimits.blocks * 2;

type Taken = { readonly isTaken: readonly boolean[]; readonly warning: string | null };

const takeAll = ({ blocks }: PageOutline): Taken => ({ isTaken: blocks.map(() => true), warning: null });

function takeMain(outline: PageOutline, facts: PageFacts): Taken {
  if (outline.root.letters < shortPage) return takeAll(outline);
  if (outline.blocks.length > mostBlocks) return { ...takeAll(outline), warning: wholePage };
  const isTaken = chooseBlocks(outline, hintsOf(facts));
  const taken = outline.blocks.reduce((sum, { letters }, index) => sum + (isTaken[index] === true ? letters : 0), 0);
  return taken >= shortArticle ? { isTaken, warning: null } : { ...takeAll(outline), warning: wholePage };
}
