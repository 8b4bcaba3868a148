import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { originalOf } from "#lib/server/repositories/originals.ts";

/** What a version was read from. `bytes` are exactly those that came, or say why they cannot be given. */
export type OriginalFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array | "missing" | "damaged";
};

export async function original({ actor, blobs, db }: Context, versionId: string): Promise<Outcome<OriginalFile>> {
  const row = permit(actor, "article.read", await originalOf(db, actor.deskId, versionId));
  if (!row.ok) return row;
  const { fileName, mediaType, sha256 } = row.value;
  return ok({ fileName, mediaType, sha256, bytes: (await blobs.get(sha256)) ?? "missing" });
}
