import "server-only";
import { notBefore } from "#lib/domain/not-before.ts";
import type { Tx } from "#lib/server/db/client.ts";

export async function messageById(tx: Tx, deskId: string, id: string) {
  return await tx.message.findUnique({ where: { deskId_id: { deskId, id } } });
}

type NewMessage = {
  deskId: string;
  id: string;
  threadId: string;
  authorId: string;
  text: string;
  mentions: string[];
  createdAt: Date;
};

/** Adds a message to a held thread, as its last one whatever the clocks of two processes say. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  const { deskId, threadId } = message;
  const last = await tx.message.aggregate({ where: { deskId, threadId }, _max: { createdAt: true } });
  await tx.message.create({ data: { ...message, createdAt: notBefore(message.createdAt, last._max.createdAt) } });
}

export async function setMessageRemoved(tx: Tx, at: { deskId: string; id: string }, removedAt: Date | null) {
  await tx.message.update({ where: { deskId_id: at }, data: { removedAt } });
}

export type MessageRow = {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly mentions: readonly string[];
  readonly removed: boolean;
  /** How many messages of the thread come before this one. */
  readonly before: number;
};

/**
 * The last messages of each thread, in their order: at most 200, and no more than 100,000 characters of each thread but
 * always its last one, so that a page stays a page. The words of a message that was taken away stay in the database.
 */
export async function latestMessages(tx: Tx, deskId: string, threadIds: readonly string[]): Promise<MessageRow[]> {
  if (threadIds.length === 0) return [];
  return await tx.$queryRaw<MessageRow[]>`
    SELECT l.* FROM unnest(${threadIds}::uuid[]) AS t(id) CROSS JOIN LATERAL (
      SELECT r.id, r."threadId", r."authorId", r.text, r."createdAt", r.mentions, r.removed,
        (r.total - r.place)::int AS "before"
      FROM (
        SELECT m.id::text, m."threadId"::text, m."authorId"::text, m."createdAt", m.mentions::text[],
          CASE WHEN m."removedAt" IS NULL THEN m.text ELSE '' END AS text, m."removedAt" IS NOT NULL AS removed,
          (SELECT count(*) FROM "Message" a WHERE a."deskId" = ${deskId}::uuid AND a."threadId" = t.id) AS total,
          row_number() OVER newest AS place, sum(length(m.text)) OVER newest AS length
        FROM (SELECT * FROM "Message" n WHERE n."deskId" = ${deskId}::uuid AND n."threadId" = t.id
          ORDER BY n."createdAt" DESC, n.id DESC LIMIT 200) m
        WINDOW newest AS (ORDER BY m."createdAt" DESC, m.id DESC)
      ) r WHERE r.place = 1 OR r.length <= 100000
    ) l ORDER BY l."threadId", l."createdAt", l.id`;
}

/** The 200 messages before another one, in their order, with the same bound of characters. */
export async function messagesBefore(
  tx: Tx,
  deskId: string,
  { threadId, createdAt, id }: { readonly threadId: string; readonly createdAt: Date; readonly id: string },
): Promise<MessageRow[]> {
  return await tx.$queryRaw<MessageRow[]>`
    WITH earlier AS (
      SELECT m.* FROM "Message" m WHERE m."deskId" = ${deskId}::uuid AND m."threadId" = ${threadId}::uuid
        AND (m."createdAt", m.id) < (${createdAt}::timestamptz, ${id}::uuid)
    ), newest AS (SELECT * FROM earlier ORDER BY "createdAt" DESC, id DESC LIMIT 200
    ), counted AS (
      SELECT n.*, row_number() OVER w AS place, sum(length(n.text)) OVER w AS length,
        (SELECT count(*) FROM earlier) AS total
      FROM newest n WINDOW w AS (ORDER BY n."createdAt" DESC, n.id DESC)
    )
    SELECT c.id::text, c."threadId"::text, c."authorId"::text, c."createdAt", c.mentions::text[],
      CASE WHEN c."removedAt" IS NULL THEN c.text ELSE '' END AS text, c."removedAt" IS NOT NULL AS removed,
      (c.total - c.place)::int AS "before"
    FROM counted c WHERE c.place = 1 OR c.length <= 100000 ORDER BY c."createdAt", c.id`;
}
