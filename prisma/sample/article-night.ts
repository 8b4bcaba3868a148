import { nightClaims } from "#prisma/sample/night-claims.ts";
import { nightText } from "#prisma/sample/night-text.ts";
import type { SampleArticle } from "#prisma/sample/shape.ts";

export const nightArticle: SampleArticle = {
  title: "Four in the Morning on Ward Six",
  byline: "Casimir Dole",
  publisher: "The Lantern Review",
  publishedOn: "2026-06-26",
  language: "en",
  importedBy: "ines",
  markdown: nightText,
  claims: nightClaims,
};
