import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { log } from "#lib/server/log.ts";
import { blobProblemOf } from "#lib/server/outside/blob-problem.ts";
import type { BlobStore } from "#lib/server/outside/blob-store.ts";
import { assetOf, captureById } from "#lib/server/repositories/captures.ts";

/** What the store gave: the bytes that were kept, to the last one, or why they cannot be given. */
export type KeptBytes = Uint8Array | "missing" | "damaged" | "unreachable";

/** A kept file. `bytes` have the digest `sha256`. */
export type KeptFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: KeptBytes;
};

/** Asks a store for bytes, and notes in the log what became of them when they are not what was kept. */
export async function keptBytes(blobs: BlobStore, sha256: string): Promise<KeptBytes> {
  try {
    const bytes = (await blobs.get(sha256)) ?? "missing";
    if (typeof bytes === "string") log("blob store", new Error(`The bytes of ${sha256} are ${bytes}.`));
    return bytes;
  } catch (error) {
    const problem = blobProblemOf(error);
    if (problem === null) throw error;
    log("blob store", problem);
    return "unreachable";
  }
}

/** The bytes of a capture, as they came. */
export async function captureBytes({ actor, blobs, db }: Context, captureId: string): Promise<Outcome<KeptFile>> {
  const row = permit(actor, "capture.read", await captureById(db, actor.deskId, captureId));
  if (!row.ok) return row;
  const { fileName, address, mediaType, sha256 } = row.value;
  return ok({ fileName: fileName || nameIn(address), mediaType, sha256, bytes: await keptBytes(blobs, sha256) });
}

/** The bytes of what was made beside a capture; a copy that lies elsewhere has none here. */
export async function assetBytes(
  { actor, blobs, db }: Context,
  { captureId, kind }: { readonly captureId: string; readonly kind: string },
): Promise<Outcome<KeptFile>> {
  const row = permit(actor, "capture.read", await captureById(db, actor.deskId, captureId));
  if (!row.ok) return row;
  const asset = await assetOf(db, actor.deskId, { captureId, kind });
  if (asset === null || asset.sha256 === "") return notFound();
  const { mediaType, sha256 } = asset;
  const fileName = `${kind}-${captureId.slice(-12)}.${mediaType.replace(/^.*\/|[^a-z0-9].*$/g, "")}`;
  return ok({ fileName, mediaType, sha256, bytes: await keptBytes(blobs, sha256) });
}

/** The last part of an address, when it looks like the name of a file. */
function nameIn(address: string): string {
  const name = URL.parse(address)?.pathname.split("/").at(-1) ?? "";
  return /^[\w.-]{1,100}\.[A-Za-z0-9]{1,8}$/.test(name) ? name : "";
}
