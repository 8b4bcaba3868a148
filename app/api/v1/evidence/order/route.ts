import { orderEvidence as schema } from "#lib/schemas/evidence.ts";
import { runRoute } from "#lib/server/route.ts";
import { orderEvidence } from "#lib/server/use-cases/order-evidence.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: orderEvidence });
}
