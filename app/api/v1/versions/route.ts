import { addVersion as schema } from "#lib/schemas/version.ts";
import { runRoute } from "#lib/server/route.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";

/** Freezes a staged import as the next version of its article. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: addVersion });
}
