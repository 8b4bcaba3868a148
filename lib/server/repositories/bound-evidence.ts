import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Binding = {
  readonly captureId: string;
  readonly passage: string;
  readonly locator: string;
  readonly passageStart: number | null;
  readonly passageEnd: number | null;
};

/** Binds evidence to a copy of its source. Compares and sets; whether the row was still at `rowVersion`. */
export async function bindEvidence(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  to: Binding & { editedById: string; updatedAt: Date },
): Promise<boolean> {
  const { count } = await tx.evidence.updateMany({ where: key, data: { ...to, rowVersion: { increment: 1 } } });
  return count === 1;
}
