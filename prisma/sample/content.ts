import { ferryArticle } from "#prisma/sample/article-ferry.ts";
import { floodArticle } from "#prisma/sample/article-flood.ts";
import { nightArticle } from "#prisma/sample/article-night.ts";
import type { SampleArticle } from "#prisma/sample/shape.ts";

export const sampleDesk = { name: "Lantern checking desk" } as const;

/** In the order in which they are imported: the last one heads the list of articles. */
export const sampleArticles: readonly SampleArticle[] = [nightArticle, floodArticle, ferryArticle];
