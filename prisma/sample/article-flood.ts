import { floodClaims } from "#prisma/sample/flood-claims.ts";
import { floodText } from "#prisma/sample/flood-text.ts";
import type { SampleArticle } from "#prisma/sample/shape.ts";

export const floodArticle: SampleArticle = {
  title: "What the Wall Hands On",
  byline: "Mirel Haas",
  publisher: "The Lantern Review",
  publishedOn: "2026-05-08",
  language: "en",
  importedBy: "teodor",
  markdown: floodText,
  claims: floodClaims,
};
