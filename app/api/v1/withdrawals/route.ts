import { withdrawClaims as schema } from "#lib/schemas/version.ts";
import { runRoute } from "#lib/server/route.ts";
import { withdrawClaims } from "#lib/server/use-cases/withdraw-claims.ts";

/** Withdraws several claims that wait to be placed, for one reason. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: withdrawClaims });
}
