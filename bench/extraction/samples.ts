import { alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import { htmlBlocks } from "#lib/formats/import/html-blocks.ts";
import { parseHtml } from "#lib/formats/import/html-tree.ts";
import { blockSigns } from "#lib/formats/import/main/block-signs.ts";
import { hintsOf } from "#lib/formats/import/main/page-hints.ts";
import type { PageOutline } from "#lib/formats/import/main/page-outline.ts";
import { outlinePage } from "#lib/formats/import/main/page-outline.ts";
import { pageFacts } from "#lib/formats/import/page-facts.ts";
import type { CorpusPage } from "./corpus.ts";

/** A page's blocks with their signs, and how much of each is in the article as the corpus has it, 0 to 1. */
export type Sample = {
  readonly page: CorpusPage;
  readonly isCut: boolean;
  readonly outline: PageOutline;
  readonly texts: readonly string[];
  readonly signs: readonly Float32Array[];
  readonly shares: readonly number[];
};

/**
 * The page as a sample, and a second one as if its article broke off after some paragraphs: short articles amid much
 * else are rare in corpora and hard to tell.
 */
export function samplesOf(page: CorpusPage): Sample[] {
  const tree = parseHtml(page.html);
  if (!tree.ok || page.body === null) return [];
  const facts = pageFacts(tree.value, page.address === "" ? null : page.address);
  const { blocks, sources } = htmlBlocks(tree.value, facts.base);
  const shares = sharesOf(
    blocks.map((block) => textOfDraft(block).trim()),
    page.body,
  );
  const least = shortest + (page.id.charCodeAt(1) % 8) * 100;
  const sampleOf = (isCut: boolean, isKept: (index: number) => boolean): Sample => {
    const kept = <T>(items: readonly T[]): T[] => items.filter((_, index) => isKept(index));
    const outline = outlinePage(kept(blocks), kept(sources), tree.value);
    const texts = outline.blocks.map(({ text }) => text);
    return { page, isCut, outline, texts, signs: [...blockSigns(outline, hintsOf(facts))], shares: kept(shares) };
  };
  let letters = 0;
  const isPast = blocks.map((block, index) => {
    if ((shares[index] ?? 0) < 0.5) return false;
    letters += textOfDraft(block).length;
    return letters - textOfDraft(block).length > least;
  });
  const whole = sampleOf(false, () => true);
  return letters > least * 3 ? [whole, sampleOf(true, (index) => isPast[index] !== true)] : [whole];
}

const shortest = 300;

function sharesOf(texts: readonly string[], wanted: string): number[] {
  const joined = texts.join("\n\n");
  const aligned = alignTexts(joined, wanted);
  if (!aligned.ok) throw new Error(aligned.error);
  if (aligned.value.kind === "same") return texts.map(() => 1);
  const { older, pairing } = aligned.value;
  let at = 0;
  let token = 0;
  return texts.map((text) => {
    const end = at + text.length;
    let paired = 0;
    let all = 0;
    for (; token < older.count && (older.starts[token] ?? 0) < end; token += 1) {
      all += 1;
      if ((pairing.toNew[token] ?? -1) >= 0) paired += 1;
    }
    at = end + 2;
    return all === 0 ? 0 : paired / all;
  });
}
