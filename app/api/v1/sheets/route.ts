import { stageSheet as schema } from "#lib/schemas/sheet.ts";
import { runUpload } from "#lib/server/upload-route.ts";
import { stageSheet } from "#lib/server/use-cases/stage-sheet.ts";

const tooLarge = "This sheet is larger than 10 MB. Split it.";

/** Stages a fact-check sheet for an article, from a form with `id`, `articleId` and `file`. Read as a stream. */
export async function POST(request: Request): Promise<Response> {
  return await runUpload({ schema, request, work: stageSheet, tooLarge });
}
