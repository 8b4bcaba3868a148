import { reviewVerdict as schema } from "#lib/schemas/verdict.ts";
import { runRoute } from "#lib/server/route.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: reviewVerdict });
}
