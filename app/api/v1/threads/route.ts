import { beginThread as schema } from "#lib/schemas/thread.ts";
import { runRoute } from "#lib/server/route.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: beginThread });
}
