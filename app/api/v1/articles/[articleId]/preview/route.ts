import { baseUrl } from "#lib/server/env.ts";
import { pageHeaders } from "#lib/server/public/answer.ts";
import { nextEdition } from "#lib/server/queries/next-edition.ts";
import { failed, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";
import { pageApart } from "#lib/server/writing-threads.ts";

type Path = { params: Promise<{ articleId: string }> };

/** The next edition as a page, as it would be frozen now. Our own pages may show it in a frame. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { articleId } = await params;
  return await guarded("preview", () => page(articleId));
}

async function page(articleId: string): Promise<Response> {
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const edition = await nextEdition(session.context, { articleId, site: baseUrl() });
  if (!edition.ok) return failed(edition.error);
  const html = await pageApart({ kind: "preview", edition: edition.value });
  return new Response(html, {
    headers: {
      ...pageHeaders(html, "'self'"),
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    },
  });
}
