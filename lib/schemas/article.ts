import { z } from "zod";
import { address, identifier, language, requiredText, rowVersion, writtenText } from "#lib/schemas/text.ts";

const optionalDay = z.union([z.literal("").transform(() => null), z.iso.date("Write the date as 2026-06-12.")]);

const articleFields = z.object({
  title: requiredText(500, "Give the article a title."),
  byline: writtenText(300).default(""),
  publisher: writtenText(300).default(""),
  publishedOn: optionalDay.default(null),
  address: address.transform((text) => (text === "" ? null : text)).default(null),
  language: language.transform((tag) => (tag === "" ? null : tag)).default(null),
});

/** Freezes what was staged under `id` as version 1 of a new article with the same id. */
export const importArticle = articleFields.extend({ id: identifier });
export type ImportArticle = z.output<typeof importArticle>;

export const editArticle = articleFields.extend({ id: identifier, rowVersion });
export type EditArticle = z.output<typeof editArticle>;
