import { askSecond as schema } from "#lib/schemas/second.ts";
import { runRoute } from "#lib/server/route.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: askSecond });
}
