import { editClaim as schema } from "#lib/schemas/claim.ts";
import { claimById } from "#lib/server/queries/by-id.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";

type Path = { params: Promise<{ claimId: string }> };

export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { claimId } = await params;
  return await runRead((context) => claimById(context, claimId));
}

export async function PATCH(request: Request, { params }: Path): Promise<Response> {
  const { claimId } = await params;
  return await runRoute({ schema, request, path: { id: claimId }, work: editClaim });
}
