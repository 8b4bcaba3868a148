import type { BlockDraft } from "#lib/domain/block.ts";
import { htmlBlocks } from "#lib/formats/import/html-blocks.ts";
import { parseHtml } from "#lib/formats/import/html-tree.ts";
import type { PageOutline } from "#lib/formats/import/main/page-outline.ts";
import { runsOfWords, shareWithin } from "#lib/formats/import/main/shared-words.ts";

const shortest = 200;
/** Less of its beginning on the page than this, and the article is not on the page. */
const present = 0.3;
const beginning = 4_000;

/**
 * The article out of the page's own data (JSON-LD's articleBody) where a script would have put it on the page; null
 * where there is none, or the page shows it.
 */
export function bodyInData(body: string | null, { blocks }: PageOutline): readonly BlockDraft[] | null {
  if (body === null || body.trim().length < shortest) return null;
  const shown = runsOfWords(blocks.map(({ text }) => text).join(" "), 0);
  if (shown !== null && shareWithin(body.slice(0, beginning).replace(/<[^>]*>/g, " "), shown) >= present) return null;
  const markup = /<\/?(?:p|br|div|h[1-6])\b/i.test(body) ? body : `<p>${body.replace(/\n+/g, "<p>")}`;
  const tree = parseHtml(markup);
  const found = tree.ok ? htmlBlocks(tree.value, null).blocks : [];
  return found.length === 0 ? null : found;
}
