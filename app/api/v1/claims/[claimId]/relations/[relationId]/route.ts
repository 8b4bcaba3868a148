import { endRelation as schema } from "#lib/schemas/relation.ts";
import { runRoute } from "#lib/server/route.ts";
import { endRelation } from "#lib/server/use-cases/end-relation.ts";

type Path = { params: Promise<{ claimId: string; relationId: string }> };

/** Says that two claims are no longer the same. */
export async function DELETE(request: Request, { params }: Path): Promise<Response> {
  const { claimId, relationId } = await params;
  return await runRoute({ schema, request, path: { claimId, id: relationId }, work: endRelation });
}
