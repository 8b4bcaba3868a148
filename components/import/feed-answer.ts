type Item = { readonly id: string; readonly title: string; readonly address: string; readonly published: string };

/** What a look at an address found: a feed, the feeds that a page names, or why neither. */
export type FeedAnswer =
  | {
      readonly kind: "feed";
      readonly feed: { readonly address: string; readonly title: string; readonly items: readonly Item[] };
    }
  | { readonly kind: "page"; readonly feeds: readonly { readonly title: string; readonly address: string }[] }
  | { readonly kind: "problem"; readonly sentence: string };
