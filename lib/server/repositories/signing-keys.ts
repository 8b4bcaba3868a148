import "server-only";
import type { Prisma, Tx } from "#lib/server/db/client.ts";

type NewSigningKey = {
  readonly deskId: string;
  readonly id: string;
  /** 32 bytes, base64url. */
  readonly publicKey: string;
  /** As `sealKey` gives it. */
  readonly sealedKey: string;
  /** Who made it, or whose publication did. */
  readonly createdById: string;
};

/** The database refuses a second key that signs. */
export async function insertSigningKey(tx: Tx, key: NewSigningKey, now: Date): Promise<void> {
  await tx.signingKey.create({ data: { ...key, createdAt: now } });
}

/** The key that signs, with its sealed half; it neither retires nor is revoked before this transaction ends. */
export async function presentKey(tx: Tx, deskId: string) {
  const [row] = await tx.$queryRaw<{ id: string; publicKey: string; sealedKey: string; createdAt: Date }[]>`
    SELECT id, "publicKey", "sealedKey", "createdAt" FROM "SigningKey"
    WHERE "deskId" = ${deskId}::uuid AND "retiredAt" IS NULL AND "revokedAt" IS NULL
    FOR SHARE`;
  return row ?? null;
}

/** A key with its row locked; null when the desk has none of that id. */
export async function lockKey(tx: Tx, deskId: string, id: string) {
  await tx.$queryRaw`SELECT id FROM "SigningKey" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  return await tx.signingKey.findUnique({ where: { deskId_id: { deskId, id } }, omit: { sealedKey: true } });
}

/**
 * Takes the key that signs out of use, at `now` or, where a clock was ahead, at the moment of the last edition that it
 * signed. Waits for a publication that is signing with it. Answers the key; null when there was none.
 */
export async function retirePresentKey(tx: Tx, deskId: string, now: Date) {
  const present = await presentKeyHeld(tx, deskId);
  if (present === null) return null;
  const [row] = await tx.$queryRaw<{ id: string; retiredAt: Date }[]>`
    UPDATE "SigningKey" k SET "retiredAt" = GREATEST(${now}::timestamptz, k."createdAt", (
      SELECT max(e."publishedAt") FROM "Edition" e WHERE e."deskId" = k."deskId" AND e."keyId" = k.id))
    WHERE k."deskId" = ${deskId}::uuid AND k.id = ${present}::uuid
    RETURNING k.id, k."retiredAt"`;
  return row ?? null;
}

async function presentKeyHeld(tx: Tx, deskId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "SigningKey"
    WHERE "deskId" = ${deskId}::uuid AND "retiredAt" IS NULL AND "revokedAt" IS NULL
    FOR NO KEY UPDATE`;
  return row?.id ?? null;
}

type Revocation = { readonly by: string; readonly reason: string; readonly at: Date };

export async function setKeyRevoked(tx: Tx, key: { deskId: string; id: string }, { by, reason, at }: Revocation) {
  const data = { revokedAt: at, revokedById: by, revokedReason: reason };
  await tx.signingKey.update({ where: { deskId_id: key }, data, select: { id: true } });
}

const newestFirst = {
  omit: { sealedKey: true },
  orderBy: [{ createdAt: "desc" }, { id: "desc" }],
} satisfies Prisma.SigningKeyFindManyArgs;

/** Every key of a desk, newest first, without its sealed half. */
export async function keysOf(tx: Tx, deskId: string) {
  return await tx.signingKey.findMany({ where: { deskId }, ...newestFirst });
}

/** The same with who made and who revoked each, and how many editions it signed. */
export async function keysWithUse(tx: Tx, deskId: string) {
  return await tx.signingKey.findMany({
    where: { deskId },
    ...newestFirst,
    include: {
      createdBy: { select: { name: true } },
      revokedBy: { select: { name: true } },
      _count: { select: { editions: true } },
    },
  });
}
