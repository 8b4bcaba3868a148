import { toPlaceById } from "#lib/server/queries/by-id.ts";
import { runRead } from "#lib/server/route.ts";

type Path = { params: Promise<{ articleId: string }> };

/** The claims that wait to be placed, 50 at once; `?after=` takes the `next` of the answer before. */
export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { articleId } = await params;
  const after = new URL(request.url).searchParams.get("after");
  return await runRead((context) => toPlaceById(context, articleId, after));
}
