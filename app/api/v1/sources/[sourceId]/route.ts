import { editSource as schema } from "#lib/schemas/source.ts";
import { sourcePageById } from "#lib/server/queries/source-by-id.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { editSource } from "#lib/server/use-cases/edit-source.ts";

type Path = { params: Promise<{ sourceId: string }> };

export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { sourceId } = await params;
  const after = new URL(request.url).searchParams.get("after");
  return await runRead((context) => sourcePageById(context, sourceId, after));
}

export async function PATCH(request: Request, { params }: Path): Promise<Response> {
  const { sourceId } = await params;
  return await runRoute({ schema, request, path: { id: sourceId }, work: editSource });
}
