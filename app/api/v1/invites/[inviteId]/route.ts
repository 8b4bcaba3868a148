import { z } from "zod";
import { revokeOutsider } from "#lib/schemas/outside.ts";
import { runRoute } from "#lib/server/route.ts";
import { revokeOutsider as revoke } from "#lib/server/use-cases/revoke-outsider.ts";

const schema = revokeOutsider.extend({ revoked: z.literal(true) });

/** `{ "revoked": true }` ends the link at once. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ inviteId: string }> },
): Promise<Response> {
  const { inviteId: id } = await params;
  return await runRoute({ schema, request, path: { id }, work: revoke });
}
