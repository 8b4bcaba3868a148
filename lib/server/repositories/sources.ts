import "server-only";
import { type CslExtras, extrasOf, storedExtras } from "#lib/domain/csl.ts";
import type { SourceKind } from "#lib/domain/evidence.ts";
import { searchTextOf } from "#lib/domain/search-words.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** `doi` and `isbn` in the form that is stored: lower case, 13 digits. */
export type SourceFields = {
  kind: SourceKind;
  title: string;
  publication: string;
  author: string;
  publishedOn: string;
  address: string;
  doi: string;
  isbn: string;
  interests: string;
  csl: CslExtras;
};

type NewSource = SourceFields & { deskId: string; id: string; createdById: string; now: Date };

export async function insertSource(tx: Tx, source: NewSource): Promise<void> {
  const { deskId, id, createdById, now, ...fields } = source;
  await tx.source.create({ data: { ...rowOf(fields), deskId, id, createdById, createdAt: now, updatedAt: now } });
}

/** What is found by words goes with every save, so that the two never part. */
function rowOf(fields: SourceFields) {
  return { ...fields, csl: storedExtras(fields.csl), searchText: searchTextOf(fields) };
}

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function saveSource(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  change: SourceFields & { now: Date },
): Promise<boolean> {
  const { now, ...fields } = change;
  const data = { ...rowOf(fields), updatedAt: now, rowVersion: { increment: 1 } };
  const { count } = await tx.source.updateMany({ where: key, data });
  return count === 1;
}

export async function sourceById(tx: Tx, deskId: string, id: string) {
  return await tx.source.findUnique({ where: { deskId_id: { deskId, id } } });
}

/** These sources of the desk, the latest changed first. */
export async function sourcesByIds(tx: Tx, deskId: string, ids: readonly string[]): Promise<StoredSource[]> {
  return await tx.source.findMany({ where: { deskId, id: { in: [...ids] } }, orderBy: { updatedAt: "desc" } });
}

export type StoredSource = NonNullable<Awaited<ReturnType<typeof sourceById>>>;

/** The source, or the one it was merged into. */
export async function shownSource(tx: Tx, deskId: string, id: string): Promise<StoredSource | null> {
  const source = await sourceById(tx, deskId, id);
  return source?.mergedIntoId ? await sourceById(tx, deskId, source.mergedIntoId) : source;
}

/** Loads sources and holds them, in the order of their ids, until the transaction ends. */
export async function lockSources(tx: Tx, deskId: string, ids: readonly string[]): Promise<StoredSource[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Source" WHERE "deskId" = ${deskId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return await tx.source.findMany({ where: { deskId, id: { in: [...ids] } } });
}

/** What was merged into a source, the latest first. */
export async function mergedInto(tx: Tx, deskId: string, id: string): Promise<StoredSource[]> {
  return await tx.source.findMany({
    where: { deskId, mergedIntoId: id },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
  });
}

/** Merges a source, and all that was merged into it before, into another: there are no chains. */
export async function saveMerge(
  tx: Tx,
  merge: { deskId: string; id: string; intoId: string; now: Date },
): Promise<void> {
  const { deskId, id, intoId, now } = merge;
  await tx.source.updateMany({
    where: { deskId, OR: [{ id }, { mergedIntoId: id }] },
    data: { mergedIntoId: intoId, updatedAt: now, rowVersion: { increment: 1 } },
  });
}

export async function savePart(tx: Tx, part: { deskId: string; id: string; now: Date }): Promise<void> {
  const { deskId, id, now } = part;
  await tx.source.updateMany({
    where: { deskId, id },
    data: { mergedIntoId: null, updatedAt: now, rowVersion: { increment: 1 } },
  });
}

/** The fields of a row as values of the domain. */
export function fieldsOf(row: StoredSource): SourceFields {
  const { kind, title, publication, author, publishedOn, address, doi, isbn, interests } = row;
  return { kind, title, publication, author, publishedOn, address, doi, isbn, interests, csl: extrasOf(row.csl) };
}
