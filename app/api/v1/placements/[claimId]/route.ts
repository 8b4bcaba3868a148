import { placeClaim as schema } from "#lib/schemas/version.ts";
import { runRoute } from "#lib/server/route.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";

type Path = { params: Promise<{ claimId: string }> };

/** Puts one claim on words of the newest version. */
export async function PATCH(request: Request, { params }: Path): Promise<Response> {
  const { claimId } = await params;
  return await runRoute({ schema, request, path: { claimId }, work: placeClaim });
}
