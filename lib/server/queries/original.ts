import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { type KeptFile, keptBytes } from "#lib/server/queries/capture-bytes.ts";
import { originalOf } from "#lib/server/repositories/originals.ts";

/** What a version was read from, byte for byte. */
export async function original({ actor, blobs, db }: Context, versionId: string): Promise<Outcome<KeptFile>> {
  const row = permit(actor, "article.read", await originalOf(db, actor.deskId, versionId));
  if (!row.ok) return row;
  const { fileName, mediaType, sha256 } = row.value;
  return ok({ fileName, mediaType, sha256, bytes: await keptBytes(blobs, sha256) });
}
