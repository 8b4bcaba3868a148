import { stagedSummary } from "#lib/server/queries/staged-summary.ts";
import { runRead } from "#lib/server/route.ts";

type Path = { params: Promise<{ id: string }> };

/** What a staged import found: the article's details, how many words, and the warnings. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { id } = await params;
  return await runRead((context) => stagedSummary(context, id));
}
