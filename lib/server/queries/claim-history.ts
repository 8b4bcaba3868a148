import "server-only";
import { z } from "zod";
import { auditSentence, isAuditAction } from "#lib/domain/audit.ts";
import type { HistoryLine } from "#lib/domain/views.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { auditEntriesOfClaim } from "#lib/server/repositories/audit.ts";
import { memberNames } from "#lib/server/repositories/members.ts";

const details = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** The story of a claim, oldest first, its newest 200 entries. The caller has checked that it may be read. */
export async function claimHistory(db: Tx, deskId: string, claimId: string): Promise<HistoryLine[]> {
  const entries = await auditEntriesOfClaim(db, deskId, claimId);
  const names = await memberNames(
    db,
    deskId,
    entries.flatMap((entry) => (entry.actorId === null ? [] : [entry.actorId])),
  );
  return entries.flatMap((entry) => {
    if (!isAuditAction(entry.action)) return [];
    const words = entry.detail === null ? {} : details.parse(JSON.parse(entry.detail.details));
    return [
      {
        seq: entry.seq.toString(),
        at: entry.at.toISOString(),
        who: names.get(entry.actorId ?? "") ?? "Stet",
        sentence: auditSentence(entry.action, words),
      },
    ];
  });
}
