import { linkEvidence as schema } from "#lib/schemas/evidence.ts";
import { runRoute } from "#lib/server/route.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: linkEvidence });
}
