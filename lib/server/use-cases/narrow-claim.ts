import "server-only";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { claimById, noteBasisChange, type StoredClaim, saveClaim } from "#lib/server/repositories/claims.ts";
import { type StoredEvidence, saveEvidence } from "#lib/server/repositories/evidence.ts";
import { choosePlacement, type StoredPlacement } from "#lib/server/repositories/placements.ts";

type Narrowing = {
  readonly claim: StoredClaim;
  readonly version: StoredVersion;
  readonly placement: StoredPlacement;
  /** Null when the words stay. */
  readonly span: Span | null;
  /** Empty when the statement stays. */
  readonly statement: string;
  /** Evidence that is taken off. */
  readonly moved: readonly StoredEvidence[];
};

/** Gives a locked claim other words, another statement and less evidence, as far as they differ. */
export async function narrowClaim(tx: Tx, context: Context, narrowing: Narrowing): Promise<void> {
  const { claim, span, statement, moved } = narrowing;
  const { now, actor } = context;
  const { deskId, memberId } = actor;
  if (statement !== "" && statement !== claim.statement) {
    const state = claim.state === "open" ? { state: "progress" as const } : {};
    await saveClaim(tx, claim, "words", { statement, editedById: memberId, ...state, updatedAt: now });
  }
  if (span !== null) await moveWords(tx, context, { ...narrowing, span });
  for (const { id, rowVersion } of moved) {
    const saved = await saveEvidence(
      tx,
      { deskId, id, rowVersion },
      { removedAt: now, editedById: memberId, updatedAt: now },
    );
    if (!saved) throw new Error("Evidence changed although its claim was locked.");
  }
  if (moved.length > 0) await noteBasisChange(tx, deskId, claim.id, now);
}

/** Puts a locked claim on other words of a version; its verdict goes stale by it. */
export async function moveWords(
  tx: Tx,
  { actor, now }: Context,
  { claim, version, placement, span }: Omit<Narrowing, "span" | "statement" | "moved"> & { readonly span: Span },
): Promise<void> {
  const { deskId, memberId } = actor;
  const quote = version.text.slice(span.start, span.end);
  const kind = typographicFold(quote) === typographicFold(placement.quote) ? "exact" : "changed";
  const key = { deskId, claimId: claim.id, versionId: version.id };
  await choosePlacement(tx, key, { ...span, kind, quote }, { memberId, now });
  const row = await claimById(tx, deskId, claim.id);
  if (row !== null) await saveClaim(tx, row, "place", { updatedAt: now });
}
