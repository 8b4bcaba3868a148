import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

/** A file of annotations made elsewhere, to be looked at before its passages come into an article. `id` names the upload. */
export const stageAnnotations = z.object({
  id: identifier,
  articleId: identifier,
  bytes: z.instanceof(Uint8Array, { error: "Choose a file." }),
  fileName: z.string().max(500).default(""),
});
export type StageAnnotations = z.output<typeof stageAnnotations>;

/** Makes claims of what was staged under `id`, in the version that whoever asks has looked at. */
export const importAnnotations = z.object({ id: identifier, articleId: identifier, versionId: identifier });
export type ImportAnnotations = z.output<typeof importAnnotations>;
