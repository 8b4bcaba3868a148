import "server-only";
import type { PublishedKey } from "#lib/domain/edition.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { deskById } from "#lib/server/repositories/desks.ts";
import { keysOf } from "#lib/server/repositories/signing-keys.ts";

/** The public halves of a desk's keys, newest first, for everybody; null when there is no such desk. */
export async function publishedKeys(
  { db }: Pick<AnonymousContext, "db">,
  deskId: string,
): Promise<readonly PublishedKey[] | null> {
  if ((await deskById(db, deskId)) === null) return null;
  return (await keysOf(db, deskId)).map(publishedKeyOf);
}

type Row = Omit<PublishedKey, "keyId" | "createdAt" | "retiredAt" | "revokedAt"> & {
  readonly id: string;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
  readonly revokedAt: Date | null;
};

export function publishedKeyOf({ id, publicKey, createdAt, retiredAt, revokedAt, revokedReason }: Row): PublishedKey {
  return {
    keyId: id,
    publicKey,
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    revokedReason,
  };
}
