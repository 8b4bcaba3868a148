import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { checkSpan, type Span } from "#lib/domain/span.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { claimOnSpan, type StoredPlacement } from "#lib/server/repositories/placements.ts";

type Both = { readonly version: StoredVersion; readonly placement: StoredPlacement; readonly from: StoredPlacement };

/**
 * From where the first of two claims of a version begins to where the last ends; null when the claim covers that already.
 * Refuses claims that wait to be placed, and words on which a third claim stands.
 */
export async function widerSpan(tx: Tx, { version, placement, from }: Both): Promise<Outcome<Span | null>> {
  const { deskId, id: versionId, text, blocks } = version;
  if (needsPlacing(placement) || needsPlacing(from)) return refused("claim-needs-placing");
  if (placement.start === null || placement.end === null || from.start === null || from.end === null) {
    return refused("claim-needs-placing");
  }
  const both = { start: Math.min(placement.start, from.start), end: Math.max(placement.end, from.end) };
  if (both.start === placement.start && both.end === placement.end) return ok(null);
  const span = checkSpan(text, blocks, both);
  if (!span.ok) return refused(span.error);
  const there = await claimOnSpan(tx, deskId, { versionId, ...span.value });
  return there === null || there.claimId === from.claimId ? ok(span.value) : refused("span-taken");
}
