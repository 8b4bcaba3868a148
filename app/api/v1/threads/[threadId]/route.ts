import { changeThread as schema } from "#lib/schemas/thread.ts";
import { runRoute } from "#lib/server/route.ts";
import { changeThread } from "#lib/server/use-cases/resolve-thread.ts";

type Path = { params: Promise<{ threadId: string }> };

/** `{ "resolved": true, "rowVersion", "reason" }`, or `{ "resolved": false, "rowVersion" }` to reopen it. */
export async function PUT(request: Request, { params }: Path): Promise<Response> {
  const { threadId } = await params;
  return await runRoute({ schema, request, path: { id: threadId }, work: changeThread });
}
