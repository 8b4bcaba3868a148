import { stageAnnotations as schema } from "#lib/schemas/annotations.ts";
import { runUpload } from "#lib/server/upload-route.ts";
import { stageAnnotations } from "#lib/server/use-cases/stage-annotations.ts";

const tooLarge = "This file of annotations is larger than 10 MB. Split it.";

/** Stages a file of annotations for an article, from a form with `id`, `articleId` and `file`. Read as a stream. */
export async function POST(request: Request): Promise<Response> {
  return await runUpload({ schema, request, work: stageAnnotations, tooLarge });
}
