import { markClaim as schema } from "#lib/schemas/claim.ts";
import { runRoute } from "#lib/server/route.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: markClaim });
}
