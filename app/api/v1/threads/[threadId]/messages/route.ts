import { earlierMessages, replyInThread as schema } from "#lib/schemas/thread.ts";
import { fieldErrors } from "#lib/server/action.ts";
import { moreMessages } from "#lib/server/queries/more-messages.ts";
import { invalidProblem, runRead, runRoute } from "#lib/server/route.ts";
import { replyInThread } from "#lib/server/use-cases/reply-in-thread.ts";

type Path = { params: Promise<{ threadId: string }> };

/** The messages before the one that `before` names; the claim itself has the last ones. */
export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { threadId } = await params;
  const before = new URL(request.url).searchParams.get("before");
  const input = earlierMessages.safeParse({ threadId, before });
  if (!input.success) return invalidProblem(fieldErrors(input.error));
  return await runRead((context) => moreMessages(context, input.data));
}

export async function POST(request: Request, { params }: Path): Promise<Response> {
  const { threadId } = await params;
  return await runRoute({ schema, request, path: { threadId }, work: replyInThread });
}
