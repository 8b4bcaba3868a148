import { changeReportPlan as schema } from "#lib/schemas/edition.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";

type Path = { params: Promise<{ articleId: string }> };

/** The plan, what would be frozen by it, and what stands in the way. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { articleId } = await params;
  return await runRead((context) => editionPreview(context, articleId));
}

export async function PUT(request: Request, { params }: Path): Promise<Response> {
  return await runRoute({ schema, request, path: await params, work: changeReportPlan });
}
