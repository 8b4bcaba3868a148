import { importAnnotations as schema } from "#lib/schemas/annotations.ts";
import { runRoute } from "#lib/server/route.ts";
import { importAnnotations } from "#lib/server/use-cases/import-annotations.ts";

type Path = { params: Promise<{ importId: string }> };

/** Makes claims of the passages of a staged file of annotations, in the article's newest version. */
export async function POST(request: Request, { params }: Path): Promise<Response> {
  const { importId } = await params;
  return await runRoute({ schema, request, path: { id: importId }, work: importAnnotations });
}
