import "server-only";
import { sketchedCharacters, sketchOf, type TextSketch } from "#lib/domain/text-sketch.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** An article with its newest version. */
export type KnownArticle = {
  readonly deskId: string;
  readonly id: string;
  readonly title: string;
  readonly address: string | null;
  readonly versions: readonly { readonly id: string; readonly number: number; readonly createdAt: Date }[];
};

const newestFirst = [{ updatedAt: "desc" }, { id: "desc" }] as const;
const known = {
  deskId: true,
  id: true,
  title: true,
  address: true,
  versions: { select: { id: true, number: true, createdAt: true }, orderBy: { number: "desc" }, take: 1 },
} as const;

/** Articles of the desk whose address has this host in it, the 200 newest. */
export async function articlesAtHost(tx: Tx, deskId: string, host: string): Promise<KnownArticle[]> {
  const where = { deskId, archivedAt: null, address: { contains: host, mode: "insensitive" as const } };
  return await tx.article.findMany({ where, orderBy: [...newestFirst], take: 200, select: known });
}

export async function newestArticles(tx: Tx, deskId: string, take: number): Promise<KnownArticle[]> {
  const where = { deskId, archivedAt: null };
  return await tx.article.findMany({ where, orderBy: [...newestFirst], take, select: known });
}

/** A version never changes, so it is sketched once in a process. 512 bytes each. */
const sketched = new Map<string, TextSketch>();
const mostSketched = 20_000;
const textsAtOnce = 20;

/** The sketches of these versions, by id. Loads the beginnings of those that were not sketched yet, twenty at a time. */
export async function versionSketches(
  tx: Tx,
  deskId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TextSketch>> {
  const unknown = ids.filter((id) => !sketched.has(id));
  if (sketched.size + unknown.length > mostSketched) sketched.clear();
  const sketches = new Map<string, TextSketch>();
  for (const id of ids) {
    const sketch = sketched.get(id);
    if (sketch !== undefined) sketches.set(id, sketch);
  }
  for (let from = 0; from < unknown.length; from += textsAtOnce) {
    const some = unknown.slice(from, from + textsAtOnce);
    const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
      SELECT id, left(text, ${sketchedCharacters}) AS text FROM "ArticleVersion"
      WHERE "deskId" = ${deskId}::uuid AND id = ANY(${some}::uuid[])`;
    for (const { id, text } of rows) {
      const sketch = sketchOf(text);
      sketched.set(id, sketch);
      sketches.set(id, sketch);
    }
  }
  return sketches;
}
