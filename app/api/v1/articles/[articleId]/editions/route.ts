import { publishReport as schema } from "#lib/schemas/edition.ts";
import { baseUrl } from "#lib/server/env.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";

type Path = { params: Promise<{ articleId: string }> };

/** The newest first. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { articleId } = await params;
  return await runRead((context) => editionsOfArticle(context, articleId));
}

/** `seen` is what `GET …/plan` answered: nothing is frozen that the caller did not look at. */
export async function POST(request: Request, { params }: Path): Promise<Response> {
  const path = await params;
  return await runRoute({
    schema,
    request,
    path,
    work: (context, input) => publishReport(context, input, baseUrl()),
  });
}
