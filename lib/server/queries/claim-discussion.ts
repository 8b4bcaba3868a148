import "server-only";
import { z } from "zod";
import type { Discussion } from "#lib/domain/thread.ts";
import { mayTakeAway } from "#lib/domain/thread.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { membersToName, threadDrafts } from "#lib/server/repositories/threads.ts";

const words = z.record(z.string(), z.string());

/** What the reader may do in a claim's threads, whom they can name, and their unsent messages by the key of the draft. */
export async function claimDiscussion({ actor, db }: Context, claimId: string): Promise<Discussion> {
  const { deskId, memberId } = actor;
  const mayWrite = can(actor, "thread.write", { deskId });
  if (!mayWrite) return { mayWrite, mayTidy: false, people: [], drafts: {} };
  const [people, drafts] = await Promise.all([
    membersToName(db, deskId),
    threadDrafts(db, { deskId, memberId, claimId }),
  ]);
  return {
    mayWrite,
    mayTidy: mayTakeAway(actor, ""),
    people: people.filter(({ id }) => id !== memberId),
    drafts: Object.fromEntries(
      drafts.flatMap(({ key, fields }) => {
        const kept = words.safeParse(fields);
        return kept.success ? [[key, kept.data]] : [];
      }),
    ),
  };
}
