import "server-only";
import type { MessageView } from "#lib/domain/thread.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { memberNames } from "#lib/server/repositories/members.ts";
import type { MessageRow } from "#lib/server/repositories/messages.ts";

/** Messages as they are shown, by id. Whoever left the desk keeps their name; one that was taken away names nobody. */
export async function messageViews(
  db: Tx,
  deskId: string,
  rows: readonly MessageRow[],
): Promise<ReadonlyMap<string, MessageView>> {
  const people = new Set(rows.flatMap((row) => [row.authorId, ...row.mentions]));
  const names = await memberNames(db, deskId, [...people]);
  const person = (id: string) => ({ id, name: names.get(id) ?? "" });
  return new Map(
    rows.map(({ id, authorId, text, createdAt, mentions, removed }) => [
      id,
      {
        id,
        author: person(authorId),
        text,
        at: createdAt.toISOString(),
        mentions: removed ? [] : mentions.map(person),
        isRemoved: removed,
      },
    ]),
  );
}
