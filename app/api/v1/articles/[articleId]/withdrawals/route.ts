import { withdrawReport as schema } from "#lib/schemas/edition.ts";
import { baseUrl } from "#lib/server/env.ts";
import { runRoute } from "#lib/server/route.ts";
import { withdrawReport } from "#lib/server/use-cases/withdraw-report.ts";

type Path = { params: Promise<{ articleId: string }> };

export async function POST(request: Request, { params }: Path): Promise<Response> {
  const path = await params;
  return await runRoute({
    schema,
    request,
    path,
    work: (context, input) => withdrawReport(context, input, baseUrl()),
  });
}
