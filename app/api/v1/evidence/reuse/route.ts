import { reuseEvidence as schema } from "#lib/schemas/evidence.ts";
import { runRoute } from "#lib/server/route.ts";
import { reuseEvidence } from "#lib/server/use-cases/reuse-evidence.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: reuseEvidence });
}
