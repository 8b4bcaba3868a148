import { ok } from "#lib/domain/result.ts";
import { saveFilter as schema } from "#lib/schemas/plan.ts";
import { savedFilters } from "#lib/server/queries/saved-filters.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { saveFilter } from "#lib/server/use-cases/save-filter.ts";

export async function GET(): Promise<Response> {
  return await runRead(async (context) => ok(await savedFilters(context)));
}

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: saveFilter });
}
