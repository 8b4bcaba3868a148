import "server-only";
import { z } from "zod";
import type { KeptItem, Look } from "#lib/domain/feed.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { draftAt, keepDraft } from "#lib/server/repositories/drafts.ts";

const keptItems = z.array(
  z.object({ id: z.string(), title: z.string(), address: z.string(), published: z.string(), seenAt: z.string() }),
);
const looks = z.record(z.string(), z.object({ at: z.string(), before: z.string() }));

/** A feed that the desk watches; `problem` is why the last reading failed, as a sentence, or "". */
export type WatchedFeed = {
  readonly deskId: string;
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly items: readonly KeptItem[];
  readonly problem: string;
  readonly readAt: Date;
  readonly addedAt: Date;
  readonly addedBy: { readonly name: string };
};

const columns = { include: { addedBy: { select: { name: true } } } } as const;

/** The feeds that the desk watches, by their titles. */
export async function watchedFeeds(tx: Tx, deskId: string): Promise<WatchedFeed[]> {
  const rows = await tx.feed.findMany({ where: { deskId, removedAt: null }, orderBy: { title: "asc" }, ...columns });
  return rows.map(feedOf);
}

/** The desks that watch a feed. */
export async function desksWithFeeds(tx: Tx): Promise<string[]> {
  const rows = await tx.feed.findMany({ where: { removedAt: null }, distinct: ["deskId"], select: { deskId: true } });
  return rows.map(({ deskId }) => deskId);
}

export async function watchedFeed(tx: Tx, deskId: string, by: { id: string } | { address: string }) {
  const row = await tx.feed.findFirst({ where: { deskId, removedAt: null, ...by }, ...columns });
  return row === null ? null : feedOf(row);
}

type NewFeed = Pick<WatchedFeed, "deskId" | "id" | "address" | "title" | "items"> & { readonly addedById: string };

export async function insertFeed(tx: Tx, { items, ...feed }: NewFeed, now: Date): Promise<void> {
  await tx.feed.create({ data: { ...feed, items: plain(items), readAt: now, addedAt: now } });
}

/** What a reading brought; a failed one leaves the items and says why. */
export async function saveReading(
  tx: Tx,
  { deskId, id }: { readonly deskId: string; readonly id: string },
  reading: { readonly items: readonly KeptItem[]; readonly problem: string; readonly readAt: Date },
): Promise<void> {
  const { items, ...rest } = reading;
  await tx.feed.update({ where: { deskId_id: { deskId, id } }, data: { ...rest, items: plain(items) } });
}

export async function removeFeed(tx: Tx, { deskId, id }: { deskId: string; id: string }, now: Date): Promise<void> {
  await tx.feed.update({ where: { deskId_id: { deskId, id } }, data: { removedAt: now } });
}

type Person = { readonly deskId: string; readonly memberId: string };

/** When this member looked at which feed, by its id. Kept like a draft: it is theirs alone. */
export async function looksOf(tx: Tx, { deskId, memberId }: Person): Promise<Readonly<Record<string, Look>>> {
  const row = await draftAt(tx, { deskId, memberId, key: "feeds" });
  return row === null ? {} : looks.parse(row.fields);
}

export async function keepLooks(
  tx: Tx,
  { deskId, memberId }: Person,
  kept: { readonly looks: Readonly<Record<string, Look>>; readonly now: Date },
): Promise<void> {
  await keepDraft(tx, { deskId, memberId, key: "feeds", fields: { ...kept.looks }, now: kept.now });
}

/** Those of the addresses under which the desk has an article, as it was written there. */
export async function addressesOnDesk(
  tx: Tx,
  deskId: string,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const where = { deskId, archivedAt: null, address: { in: [...addresses] } };
  const rows = await tx.article.findMany({ where, select: { address: true } });
  return new Set(rows.flatMap(({ address }) => address ?? []));
}

function feedOf({ items, ...row }: Omit<WatchedFeed, "items"> & { items: unknown }): WatchedFeed {
  return { ...row, items: keptItems.parse(items) };
}

function plain(items: readonly KeptItem[]) {
  return items.map((item) => ({ ...item }));
}
