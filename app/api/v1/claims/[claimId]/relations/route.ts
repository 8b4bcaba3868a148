import { relateClaims as schema } from "#lib/schemas/relation.ts";
import { runRoute } from "#lib/server/route.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";

type Path = { params: Promise<{ claimId: string }> };

export async function POST(request: Request, { params }: Path): Promise<Response> {
  const { claimId } = await params;
  return await runRoute({ schema, request, path: { claimId }, work: relateClaims });
}
