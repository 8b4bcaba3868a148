import { versionsById } from "#lib/server/queries/by-id.ts";
import { runRead } from "#lib/server/route.ts";

type Path = { params: Promise<{ articleId: string }> };

export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { articleId } = await params;
  return await runRead((context) => versionsById(context, articleId));
}
