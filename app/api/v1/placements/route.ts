import { confirmPlaces as schema } from "#lib/schemas/version.ts";
import { runRoute } from "#lib/server/route.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";

/** Confirms the words that are offered to several claims. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: confirmPlaces });
}
