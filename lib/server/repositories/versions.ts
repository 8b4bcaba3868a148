import "server-only";
import type { Block } from "#lib/domain/block.ts";
import { countWords } from "#lib/domain/text.ts";
import type { Prisma, Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { blocksSchema } from "#lib/server/repositories/articles.ts";

type NewVersion = Omit<Prisma.ArticleVersionUncheckedCreateInput, "blocks" | "createdAt"> & {
  id: string;
  blocks: readonly Block[];
};

export async function insertVersion(tx: Tx, version: NewVersion, now: Date): Promise<StoredVersion> {
  const blocks = version.blocks.map((item) => ({ ...item, marks: item.marks.map((inline) => ({ ...inline })) }));
  // What was just sent is not sent back.
  await tx.articleVersion.create({ data: { ...version, blocks, createdAt: now }, select: { id: true } });
  return { ...version, createdAt: now };
}

/** A version of the desk by its id, whatever article it is of. */
export async function versionById(tx: Tx, deskId: string, id: string): Promise<StoredVersion | null> {
  const row = await tx.articleVersion.findUnique({ where: { deskId_id: { deskId, id } } });
  return row === null ? null : { ...row, blocks: blocksSchema.parse(row.blocks) };
}

export async function versionsByIds(tx: Tx, deskId: string, ids: readonly string[]): Promise<StoredVersion[]> {
  const rows = await tx.articleVersion.findMany({ where: { deskId, id: { in: [...new Set(ids)] } } });
  return rows.map((row) => ({ ...row, blocks: blocksSchema.parse(row.blocks) }));
}

/** The version of an article that has this number; null when the article has none such. */
export async function versionByNumber(
  tx: Tx,
  deskId: string,
  key: { articleId: string; number: number },
): Promise<StoredVersion | null> {
  const row = await tx.articleVersion.findFirst({ where: { deskId, ...key } });
  return row === null ? null : { ...row, blocks: blocksSchema.parse(row.blocks) };
}

/** The versions numbered above `after`, and those with these numbers; newest first, without their texts. */
export async function versionRecords(
  tx: Tx,
  deskId: string,
  options: { articleId: string; after: number; numbers: readonly number[] },
) {
  const { articleId, after, numbers } = options;
  return await tx.articleVersion.findMany({
    where: { deskId, articleId, OR: [{ number: { gt: after } }, { number: { in: [...numbers] } }] },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      createdAt: true,
      importedFrom: true,
      createdBy: { select: { id: true, name: true } },
      original: { select: { sha256: true } },
    },
  });
}

/** A version never changes, so its words are counted once in a process. */
const counted = new Map<string, number>();
const mostCounted = 20_000;
const textsAtOnce = 10;

/** How many words these versions have, by id. Loads the texts of those that were not counted yet, ten at a time. */
export async function wordCounts(tx: Tx, deskId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const unknown = ids.filter((id) => !counted.has(id));
  if (counted.size + unknown.length > mostCounted) counted.clear();
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, counted.get(id) ?? 0);
  for (let from = 0; from < unknown.length; from += textsAtOnce) {
    const some = unknown.slice(from, from + textsAtOnce);
    const rows = await tx.articleVersion.findMany({
      where: { deskId, id: { in: some } },
      select: { id: true, text: true },
    });
    for (const { id, text } of rows) {
      const words = countWords(text);
      counted.set(id, words);
      counts.set(id, words);
    }
  }
  return counts;
}
