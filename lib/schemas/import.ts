import { z } from "zod";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";

const wellFormed = z
  .string()
  .refine((text) => text.isWellFormed(), "This text contains broken characters. Copy it again.");

/** The article that the text becomes the next version of; without it, it becomes an article of its own. */
const articleId = identifier.optional();

const began = wholeNumber(1, 100_000).optional();

/**
 * Four ways in. `id` names the staged import, so that a form sent twice stages once. `edit` carries the whole text of
 * an article's newest version as somebody edited it; `began` is the number of the version that they began from.
 */
export const stageImport = z.discriminatedUnion("way", [
  z.object({ way: z.literal("paste"), id: identifier, articleId, text: wellFormed, html: wellFormed.default("") }),
  z.object({
    way: z.literal("file"),
    id: identifier,
    articleId,
    bytes: z.instanceof(Uint8Array),
    fileName: z.string().max(500).default(""),
    contentType: z.string().max(200).default(""),
  }),
  z.object({
    way: z.literal("address"),
    id: identifier,
    articleId,
    address: z.string().trim().min(1, "Write the address.").max(2000),
  }),
  z.object({ way: z.literal("edit"), id: identifier, articleId: identifier, text: wellFormed, began }),
]);
export type StageImport = z.output<typeof stageImport>;
