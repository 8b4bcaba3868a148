import { z } from "zod";
import { revokeReportLink as fields } from "#lib/schemas/publication.ts";
import { runRoute } from "#lib/server/route.ts";
import { revokeReportLink } from "#lib/server/use-cases/revoke-report-link.ts";

const schema = fields.extend({ revoked: z.literal(true) });

/** `{ "revoked": true }` ends the link at once. */
export async function PATCH(request: Request, { params }: { params: Promise<{ linkId: string }> }): Promise<Response> {
  const { linkId: id } = await params;
  return await runRoute({ schema, request, path: { id }, work: revokeReportLink });
}
