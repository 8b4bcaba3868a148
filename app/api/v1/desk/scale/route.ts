import { reviseScale as schema } from "#lib/schemas/scale.ts";
import { scalePage } from "#lib/server/queries/scale-page.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { reviseScale } from "#lib/server/use-cases/revise-scale.ts";

export async function GET(): Promise<Response> {
  return await runRead(scalePage);
}

export async function PUT(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: reviseScale });
}
