import { proposeVerdict as schema } from "#lib/schemas/verdict.ts";
import { runRoute } from "#lib/server/route.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: proposeVerdict });
}
