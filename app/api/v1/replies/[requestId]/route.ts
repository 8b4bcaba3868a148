import { changeReplyRequest as schema } from "#lib/schemas/reply.ts";
import { runRoute } from "#lib/server/route.ts";
import { changeReplyRequest } from "#lib/server/use-cases/change-reply-request.ts";

type Path = { params: Promise<{ requestId: string }> };

export async function PATCH(request: Request, { params }: Path): Promise<Response> {
  const { requestId } = await params;
  return await runRoute({ schema, request, path: { id: requestId }, work: changeReplyRequest });
}
