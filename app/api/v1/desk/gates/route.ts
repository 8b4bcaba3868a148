import { changeGates as schema } from "#lib/schemas/gates.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";

export async function GET(): Promise<Response> {
  return await runRead(gatesPage);
}

export async function PUT(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: changeGates });
}
