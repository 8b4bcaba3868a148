import { uuidv7 } from "uuidv7";
import type { ArticleView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { good } from "#tests/support/desk.ts";

/** An article pasted as HTML, in a language, and read back. */
export async function writtenArticle(
  context: Context,
  { html, language }: { html: string; language: string },
): Promise<ArticleView> {
  const id = uuidv7();
  good(await stageImport(context, { way: "paste", id, text: "", html }));
  const fields = { title: "As written", byline: "", publisher: "", publishedOn: null, address: null, language };
  good(await importArticle(context, { id, ...fields }));
  return good(await articlePage(context, id));
}
