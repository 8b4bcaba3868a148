import { attachToReply as schema } from "#lib/schemas/reply.ts";
import { runUpload } from "#lib/server/upload-route.ts";
import { attachToReply } from "#lib/server/use-cases/attach-to-reply.ts";

/** Keeps a file with a request for a reply, from a form with `id`, `requestId` and `file`. */
export async function POST(request: Request): Promise<Response> {
  const tooLarge = "This file is larger than 50 MB. Keep it elsewhere and write down where.";
  return await runUpload({ schema, request, work: attachToReply, tooLarge });
}
