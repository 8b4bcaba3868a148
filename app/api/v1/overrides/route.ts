import { overrideGate as schema } from "#lib/schemas/gates.ts";
import { runRoute } from "#lib/server/route.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: overrideGate });
}
