import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { type KeptFile, keptBytes } from "#lib/server/queries/capture-bytes.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { attachmentById, replyRequestById } from "#lib/server/repositories/replies.ts";

/** A file that came with a request for a reply or its answer; its bytes, or why they cannot be given. */
export async function replyAttachment({ actor, blobs, db }: Context, id: string): Promise<Outcome<KeptFile>> {
  const file = await attachmentById(db, actor.deskId, id);
  const request = file === null ? null : await replyRequestById(db, actor.deskId, file.requestId);
  const claim = request === null ? null : await claimById(db, actor.deskId, request.claimId);
  const allowed = permit(actor, "claim.read", claim);
  if (!allowed.ok) return allowed;
  if (actor.outside !== undefined) return notFound();
  if (file === null) return notFound();
  const { fileName, mediaType, sha256 } = file;
  return ok({ fileName, mediaType, sha256, bytes: await keptBytes(blobs, sha256) });
}
