import { tellPresence as schema } from "#lib/schemas/presence.ts";
import { runRoute } from "#lib/server/route.ts";
import { tellPresence } from "#lib/server/use-cases/tell-presence.ts";

/** Says which article or claim a page shows, every twenty seconds; with `gone`, that it was closed. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: tellPresence });
}
