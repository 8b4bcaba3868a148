import { ferryClaims } from "#prisma/sample/ferry-claims.ts";
import { ferryLedgerClaims } from "#prisma/sample/ferry-ledger-claims.ts";
import { ferryText } from "#prisma/sample/ferry-text.ts";
import type { SampleArticle } from "#prisma/sample/shape.ts";

export const ferryArticle: SampleArticle = {
  title: "The Ferry That Would Pay for Itself",
  byline: "Odile Farrant",
  publisher: "The Lantern Review",
  publishedOn: "2026-06-12",
  language: "en",
  importedBy: "ines",
  markdown: ferryText,
  claims: [...ferryClaims, ...ferryLedgerClaims],
};
