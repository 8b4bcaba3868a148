import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

export type NewAsset = {
  readonly deskId: string;
  readonly id: string;
  readonly captureId: string;
  readonly kind: string;
  readonly madeAt: Date;
  readonly sha256?: string;
  readonly mediaType?: string;
  readonly byteLength?: number;
  readonly address?: string;
};

/** Notes what was made beside a capture; of one kind there is one, and the first stays. Says whether this is it. */
export async function insertAsset(tx: Tx, asset: NewAsset): Promise<boolean> {
  const { count } = await tx.captureAsset.createMany({ data: [asset], skipDuplicates: true });
  return count === 1;
}
