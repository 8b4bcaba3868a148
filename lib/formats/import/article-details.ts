import type { Found, ImportedMetadata } from "#lib/formats/import/imported-document.ts";

/** What the article's own fields are filled with, each with where it came from. `publishedOn` is YYYY-MM-DD. */
export type ArticleDetails = Readonly<
  Record<"title" | "byline" | "publisher" | "publishedOn" | "address" | "language", Found | null>
>;

export function articleDetails(metadata: ImportedMetadata): ArticleDetails {
  const { title, byline, publisher, published, address, language } = metadata;
  return {
    title,
    byline: byline === null ? null : { value: byline.value.join(", "), from: byline.from },
    publisher,
    publishedOn: published === null ? null : { value: published.value.slice(0, 10), from: published.from },
    address,
    language,
  };
}
