import "server-only";
import { z } from "zod";
import { isAuditAction } from "#lib/domain/audit.ts";
import { auditSentence } from "#lib/domain/audit-sentence.ts";
import { blindActions } from "#lib/domain/blind.ts";
import type { HistoryLine } from "#lib/domain/views.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { auditEntriesOfClaim } from "#lib/server/repositories/audit.ts";
import { memberNames } from "#lib/server/repositories/members.ts";

const details = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const inPassing: ReadonlySet<string> = new Set(["thread.reply", "thread.remove", "thread.restore"]);

type Read = { readonly claimId: string; readonly isBlind: boolean; readonly before?: bigint | null };

/**
 * The story of a claim, oldest first, its newest 200 entries or those before one. The caller has checked that it may be read. Where the
 * reader is blind it has no verdict in it, and its numbers have no gaps where one was.
 */
export async function claimHistory(
  db: Tx,
  deskId: string,
  { claimId, isBlind, before = null }: Read,
): Promise<HistoryLine[]> {
  const entries = await auditEntriesOfClaim(db, deskId, claimId, { actions: isBlind ? blindActions : null, before });
  const names = await memberNames(
    db,
    deskId,
    entries.flatMap((entry) => (entry.actorId === null ? [] : [entry.actorId])),
  );
  return entries.flatMap((entry, index) => {
    if (!isAuditAction(entry.action)) return [];
    const words = entry.detail === null ? {} : details.parse(JSON.parse(entry.detail.details));
    return [
      {
        seq: isBlind ? String(index + 1) : entry.seq.toString(),
        at: entry.at.toISOString(),
        who: names.get(entry.actorId ?? "") ?? "Stet",
        sentence: auditSentence(entry.action, words),
        inPassing: inPassing.has(entry.action),
      },
    ];
  });
}
