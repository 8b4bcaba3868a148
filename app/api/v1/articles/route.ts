import { importArticle as schema } from "#lib/schemas/article.ts";
import { runRoute } from "#lib/server/route.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";

/** Freezes a staged import as version 1 of an article. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: importArticle });
}
