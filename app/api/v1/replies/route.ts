import { askForReply as schema } from "#lib/schemas/reply.ts";
import { runRoute } from "#lib/server/route.ts";
import { askForReply } from "#lib/server/use-cases/ask-for-reply.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: askForReply });
}
