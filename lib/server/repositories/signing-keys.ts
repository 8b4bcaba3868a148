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
  const [row] = await tx.$queryRaw<{ id: string; publicKey: string; sealedKey: string }[]>`
    SELECT id, "publicKey", "sealedKey" FROM "SigningKey"
    WHERE "deskId" = ${deskId}::uuid AND "retiredAt" IS NULL AND "revokedAt" IS NULL
    FOR SHARE`;
  return row ?? null;
}

/** A key with its row locked; null when the desk has none of that id. */
export async function lockKey(tx: Tx, deskId: string, id: string) {
  await tx.$queryRaw`SELECT id FROM "SigningKey" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  return await tx.signingKey.findUnique({ where: { deskId_id: { deskId, id } }, omit: { sealedKey: true } });
}

/** Takes the key that signs out of use. Answers its id; null when there was none. */
export async function retirePresentKey(tx: Tx, deskId: string, now: Date): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "SigningKey" SET "retiredAt" = ${now}::timestamptz
    WHERE "deskId" = ${deskId}::uuid AND "retiredAt" IS NULL AND "revokedAt" IS NULL
    RETURNING id`;
  return row?.id ?? null;
}

type Revocation = { readonly by: string; readonly reason: string; readonly now: Date };

export async function setKeyRevoked(tx: Tx, key: { deskId: string; id: string }, { by, reason, now }: Revocation) {
  const data = { revokedAt: now, revokedById: by, revokedReason: reason };
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
