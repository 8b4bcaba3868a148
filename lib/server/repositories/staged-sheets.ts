import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/server/db/client.ts";
import { draftAt, keepDraft } from "#lib/server/repositories/drafts.ts";

const staged = z.object({
  articleId: z.string(),
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) })),
});

/** The cells of a sheet that was read, for whoever sent it to name its columns. */
export type StagedSheet = z.output<typeof staged>;

type Key = { readonly deskId: string; readonly memberId: string; readonly id: string };

const keyOf = ({ deskId, memberId, id }: Key) => ({ deskId, memberId, key: `sheet:${id}` });

export async function keepSheet(tx: Tx, key: Key, fields: StagedSheet, now: Date): Promise<void> {
  await keepDraft(tx, { ...keyOf(key), fields, now });
}

export async function stagedSheet(tx: Tx, key: Key): Promise<StagedSheet | null> {
  const row = await draftAt(tx, keyOf(key));
  return row === null ? null : staged.parse(row.fields);
}
