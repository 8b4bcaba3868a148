import { recordReply as schema } from "#lib/schemas/reply.ts";
import { runRoute } from "#lib/server/route.ts";
import { recordReply } from "#lib/server/use-cases/record-reply.ts";

type Path = { params: Promise<{ requestId: string }> };

export async function PUT(request: Request, { params }: Path): Promise<Response> {
  const { requestId } = await params;
  return await runRoute({ schema, request, path: { id: requestId }, work: recordReply });
}
