import { shareReport as schema } from "#lib/schemas/publication.ts";
import { baseUrl } from "#lib/server/env.ts";
import { runRoute } from "#lib/server/route.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";

type Path = { params: Promise<{ articleId: string }> };

/** Answers the link once: only its digest is kept. */
export async function POST(request: Request, { params }: Path): Promise<Response> {
  return await runRoute({
    schema,
    request,
    path: await params,
    work: async (context, input) => {
      const outcome = await shareReport(context, input);
      if (!outcome.ok) return outcome;
      const { id, token } = outcome.value;
      return { ok: true, value: { id, url: `${baseUrl()}/s/${token}` } };
    },
  });
}
