import { z } from "zod";
import { trackedChanges } from "#lib/domain/import-views.ts";
import { address, identifier, wholeNumber } from "#lib/schemas/text.ts";

const wellFormed = z
  .string()
  .refine((text) => text.isWellFormed(), "This text contains broken characters. Copy it again.");

/** The article that the text becomes the next version of; without it, it becomes an article of its own. */
const articleId = identifier.optional();

const began = wholeNumber(1, 100_000).optional();

/**
 * Five ways in. `page` is a page as somebody's browser had it, sent by the bookmarklet. `id` names the staged import, so
 * that a form sent twice stages once. `edit` carries the whole text of an article's newest version as somebody edited
 * it; `began` is the number of the version that they began from.
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
  z.object({
    way: z.literal("page"),
    id: identifier,
    articleId,
    html: wellFormed.refine((html) => html.trim() !== "", "This page is empty."),
    address: address.refine((text) => text !== "", "The address of this page is missing."),
  }),
  z.object({ way: z.literal("edit"), id: identifier, articleId: identifier, text: wellFormed, began }),
]);
export type StageImport = z.output<typeof stageImport>;

/** Takes pieces of a staged import that were left out, or leaves out what was taken; by their numbers from 0. */
export const changeStaged = z.object({
  id: identifier,
  pieces: z.array(z.int().min(0).max(100_000)).min(1).max(1_000),
  to: z.enum(["taken", "left-out"]),
});
export type ChangeStaged = z.output<typeof changeStaged>;

/** Reads a staged import again from the bytes that were kept: with its tracked changes as chosen here. */
export const readAgain = z.object({ id: identifier, changes: z.enum(trackedChanges) });
export type ReadAgain = z.output<typeof readAgain>;

/** Has a staged import become the next version of an article instead of an article of its own. */
export const stageAsVersion = z.object({ id: identifier, articleId: identifier });
export type StageAsVersion = z.output<typeof stageAsVersion>;
