import { stageImport as schema } from "#lib/schemas/import.ts";
import { runUpload } from "#lib/server/upload-route.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";

/** Stages an import from a form with `way` = paste, file, address or page. Read as a stream, so that too much is refused early. */
export async function POST(request: Request): Promise<Response> {
  return await runUpload({ schema, request, work: stageImport });
}
