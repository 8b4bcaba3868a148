import { changeMessage as schema } from "#lib/schemas/thread.ts";
import { runRoute } from "#lib/server/route.ts";
import { changeMessage } from "#lib/server/use-cases/remove-message.ts";

type Path = { params: Promise<{ messageId: string }> };

/** `{ "removed": true }` takes the message away, `{ "removed": false }` brings it back. */
export async function PUT(request: Request, { params }: Path): Promise<Response> {
  const { messageId } = await params;
  return await runRoute({ schema, request, path: { id: messageId }, work: changeMessage });
}
