import { openReport as schema } from "#lib/schemas/publication.ts";
import { reportAccess } from "#lib/server/queries/report-access.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";

type Path = { params: Promise<{ articleId: string }> };

/** Who outside sees the editions: the publication and, for those who may make them, the links. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { articleId } = await params;
  return await runRead((context) => reportAccess(context, articleId));
}

export async function PUT(request: Request, { params }: Path): Promise<Response> {
  return await runRoute({ schema, request, path: await params, work: openReport });
}
