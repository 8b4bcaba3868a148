import "server-only";
import type { Tx } from "#lib/server/db/client.ts";
import type { StagedOriginal } from "#lib/server/repositories/staged-imports.ts";

type Kept = {
  readonly deskId: string;
  readonly versionId: string;
  readonly memberId: string;
  readonly original: StagedOriginal | null;
};

/** Notes what a version was read from; nothing when its text was written here. */
export async function insertOriginal(tx: Tx, { deskId, versionId, memberId, original }: Kept): Promise<void> {
  if (original === null) return;
  const obtainedAt = new Date(original.obtainedAt);
  const data = { ...original, obtainedAt, deskId, versionId, obtainedById: memberId };
  await tx.original.create({ data, select: { versionId: true } });
}

export async function originalOf(tx: Tx, deskId: string, versionId: string) {
  return await tx.original.findUnique({ where: { deskId_versionId: { deskId, versionId } } });
}
