import type { PageHints } from "#lib/formats/import/main/block-signs.ts";
import type { PageFacts } from "#lib/formats/import/page-facts.ts";

/** What the head of a page and its data say that helps to tell the article's blocks from the others. */
export function hintsOf(facts: PageFacts): PageHints {
  const titles = [facts.article?.headline, facts.meta.get("og:title"), facts.titleElement, ...facts.headlines];
  return {
    body: facts.article?.body ?? null,
    description: facts.meta.get("og:description") ?? facts.meta.get("description") ?? null,
    titles: titles.filter((title) => title != null),
  };
}
