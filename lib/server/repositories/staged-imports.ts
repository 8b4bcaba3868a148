import "server-only";
import { z } from "zod";
import type { Block } from "#lib/domain/block.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { blocksSchema } from "#lib/server/repositories/articles.ts";
import { draftAt, dropDraft, keepDraft } from "#lib/server/repositories/drafts.ts";

const found = z.object({ value: z.string(), from: z.string() }).nullable();

const staged = z.object({
  format: z.enum(["html", "markdown", "text"]),
  importedFrom: z.string(),
  text: z.string(),
  blocks: blocksSchema,
  metadata: z.object({
    title: found,
    byline: found,
    publisher: found,
    publishedOn: found,
    address: found,
    language: found,
  }),
  leftOut: z.array(z.string()),
  warnings: z.array(z.string()),
  /** The article that this becomes the next version of; null when it becomes an article of its own. */
  articleId: z.string().nullable().default(null),
  /** The number of the version that an edited text was begun from. */
  began: z.number().nullable().default(null),
});

/** What an import took, before somebody has looked at it and frozen it. It belongs to whoever imports, like a draft. */
export type StagedImport = z.output<typeof staged>;

type Key = { readonly deskId: string; readonly memberId: string; readonly id: string };

const keyOf = ({ deskId, memberId, id }: Key) => ({ deskId, memberId, key: `import:${id}` });

export async function stageDocument(
  tx: Tx,
  key: Key,
  document: Omit<StagedImport, "blocks"> & { blocks: readonly Block[] },
  now: Date,
) {
  const fields = {
    ...document,
    blocks: document.blocks.map((block) => ({ ...block, marks: block.marks.map((mark) => ({ ...mark })) })),
  };
  await keepDraft(tx, { ...keyOf(key), fields, now });
}

export async function stagedDocument(tx: Tx, key: Key): Promise<StagedImport | null> {
  const row = await draftAt(tx, keyOf(key));
  return row === null ? null : staged.parse(row.fields);
}

export async function dropStaged(tx: Tx, key: Key): Promise<void> {
  await dropDraft(tx, keyOf(key));
}
