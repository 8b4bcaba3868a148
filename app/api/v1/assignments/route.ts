import { bulkAssign as schema } from "#lib/schemas/plan.ts";
import { runRoute } from "#lib/server/route.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";

/** Who works on many claims, by when and how urgent they are; the answer says of each what became of it. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: bulkAssign });
}
