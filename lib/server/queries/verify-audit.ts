import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredEntry } from "#lib/server/repositories/audit.ts";
import { auditEntriesAfter, auditHead, detailsDigest } from "#lib/server/repositories/audit.ts";
import { allDesks } from "#lib/server/repositories/desks.ts";

export type AuditCheck = {
  readonly deskId: string;
  readonly entries: number;
  readonly head: string;
  /** What does not fit, with the number of the entry; empty when the chain is whole. */
  readonly problems: readonly string[];
};

const batch = 2000;

/** Recomputes a desk's chain from its beginning: numbers without gaps, hashes, columns, and the details' digests. */
export async function verifyAudit(db: Tx, deskId: string): Promise<AuditCheck> {
  const problems: string[] = [];
  let hash: Uint8Array = new Uint8Array(32);
  let seq = 0n;
  for (;;) {
    const entries = await auditEntriesAfter(db, deskId, { seq, take: batch });
    for (const entry of entries) {
      if (entry.seq !== seq + 1n) problems.push(`Entry ${seq + 1n} is missing.`);
      hash = createHash("sha256").update(hash).update(entry.event, "utf8").digest();
      if (!isSame(hash, entry.hash)) problems.push(`Entry ${entry.seq} does not follow from the one before.`);
      problems.push(...entryProblems(deskId, entry));
      hash = entry.hash;
      seq = entry.seq;
    }
    if (entries.length < batch) break;
  }
  const head = await auditHead(db, deskId);
  if (head === null || head.seq !== seq || !isSame(head.hash, hash)) {
    problems.push("The end of the chain is not where the desk says it is: entries were cut off or added.");
  }
  return { deskId, entries: Number(seq), head: Buffer.from(hash).toString("hex"), problems };
}

/** The event is what is hashed; the columns beside it and the details have to say the same. */
function entryProblems(deskId: string, entry: StoredEntry): string[] {
  const problems: string[] = [];
  const told = eventOf(entry.event);
  const same =
    told.get("desk") === deskId &&
    told.get("seq") === Number(entry.seq) &&
    told.get("action") === entry.action &&
    told.get("actor") === entry.actorId &&
    told.get("subject") === entry.subjectId &&
    told.get("article") === entry.articleId &&
    told.get("claim") === entry.claimId &&
    told.get("at") === entry.at.toISOString();
  if (!same) problems.push(`Entry ${entry.seq} says something else than its columns.`);
  if (entry.detail !== null && told.get("details") !== detailsDigest(entry.detail.salt, entry.detail.details)) {
    problems.push(`The details of entry ${entry.seq} were changed.`);
  }
  return problems;
}

/** The event's members; none when it is no JSON object, which then says something else than its columns. */
function eventOf(text: string): Map<string, unknown> {
  try {
    const event: unknown = JSON.parse(text);
    return new Map(typeof event === "object" && event !== null ? Object.entries(event) : []);
  } catch {
    return new Map();
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** The check of every desk of the installation, for its operator. */
export async function verifyEveryAudit(db: Tx): Promise<(AuditCheck & { readonly name: string })[]> {
  const checks: (AuditCheck & { readonly name: string })[] = [];
  for (const desk of await allDesks(db)) checks.push({ name: desk.name, ...(await verifyAudit(db, desk.id)) });
  return checks;
}
