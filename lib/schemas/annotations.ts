import { z } from "zod";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";

/** A file of annotations made elsewhere, to be looked at before its passages come into an article. `id` names the upload. */
export const stageAnnotations = z.object({
  id: identifier,
  articleId: identifier,
  bytes: z.instanceof(Uint8Array, { error: "Choose a file." }),
  fileName: z.string().max(500).default(""),
});
export type StageAnnotations = z.output<typeof stageAnnotations>;

/** Numbers of passages, from 1: a list, or what a form sends in one field ("1,2,5"). */
const numbers = z.union([
  z.array(wholeNumber(1, 100_000)).max(2000),
  z
    .string()
    .regex(/^(?:[1-9]\d{0,5}(?:,[1-9]\d{0,5}){0,1999})?$/)
    .transform((list) => (list === "" ? [] : list.split(",").map(Number))),
]);

/**
 * Makes claims of what was staged under `id`, in the version that whoever asks has looked at. `keep` numbers the passages
 * that come in; without it those that are kept unless somebody leaves them out.
 */
export const importAnnotations = z.object({
  id: identifier,
  articleId: identifier,
  versionId: identifier,
  keep: numbers.optional(),
});
export type ImportAnnotations = z.output<typeof importAnnotations>;
