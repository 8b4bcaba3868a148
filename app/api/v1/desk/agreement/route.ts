import { agreementRange } from "#lib/schemas/second.ts";
import { agreementPage } from "#lib/server/queries/agreement-page.ts";
import { problem, runRead } from "#lib/server/route.ts";

/** `?from=2026-01-01&to=2026-12-31`; without them the year up to today. */
export async function GET(request: Request): Promise<Response> {
  const range = agreementRange.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!range.success) return problem(400, "Write both days as 2026-06-12.");
  const { from, to } = range.data;
  if (from !== "" && to !== "" && from > to) return problem(400, "Choose a last day that is not before the first.");
  return await runRead((context) => agreementPage(context, range.data));
}
