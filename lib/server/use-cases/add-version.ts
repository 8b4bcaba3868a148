import "server-only";
import type { AuditEvent } from "#lib/domain/audit.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { PlacementCounts } from "#lib/domain/version-views.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { permit } from "#lib/policy/permit.ts";
import type { AddVersion } from "#lib/schemas/version.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { latestVersion, lockArticle, touchArticle } from "#lib/server/repositories/articles.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { type CarriedClaim, carriedClaims } from "#lib/server/repositories/carried-claims.ts";
import { lockClaims } from "#lib/server/repositories/claims.ts";
import { insertOriginal } from "#lib/server/repositories/originals.ts";
import { placementCounts } from "#lib/server/repositories/placements.ts";
import { dropStaged, heldDocument, stagedText } from "#lib/server/repositories/staged-imports.ts";
import { insertVersion, versionById } from "#lib/server/repositories/versions.ts";
import { carryClaims } from "#lib/server/use-cases/carry-claims.ts";
import { stalenessEvents } from "#lib/server/use-cases/note-staleness.ts";
import { stageNotes } from "#lib/server/use-cases/stage-notes.ts";
import { notesWithWords } from "#lib/server/use-cases/staged-parts.ts";
import { tellOfStale } from "#lib/server/use-cases/tell-claim.ts";

/** `placements` counts the claims that are not withdrawn. */
type Frozen = { readonly id: string; readonly number: number; readonly placements: PlacementCounts };

/**
 * Freezes a staged text as the next version of its article, whose id is that of the import, and carries every claim
 * along. Holds the article and all its claims, so that a mark, an edit or a proposal at the same instant comes before it
 * or after it. Sent twice it is frozen once.
 */
export function addVersion(context: Context, input: AddVersion): Promise<Outcome<Frozen>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const { id, articleId } = input;
  const freeze = async (tx: Tx): Promise<Outcome<Frozen>> => {
    const article = permit(actor, "article.version", await lockArticle(tx, deskId, articleId));
    if (!article.ok) return article;
    const sent = await versionById(tx, deskId, id);
    if (sent !== null) {
      const isTheirs = sent.articleId === articleId && sent.createdById === memberId;
      return isTheirs ? ok(await frozen(tx, sent)) : notFound();
    }
    const staged = await heldDocument(tx, { deskId, memberId, id });
    const newest = await latestVersion(tx, deskId, articleId);
    if (staged === null || staged.articleId !== articleId || newest === null) return notFound();
    if (newest.number !== input.latest) return refused("version-superseded");
    const { format, importedFrom, original } = staged;
    const { text, blocks, spans } = stagedText(staged);
    const textDigest = sha256Hex(text);
    if (blocks.length === 0 || textDigest === newest.textDigest) return refused("text-unchanged");

    const claims = await lockClaims(tx, deskId, { articleId });
    const { claims: carried } = await carriedClaims(tx, { newest, next: { text, blocks } });
    const number = newest.number + 1;
    const row = { deskId, id, articleId, number, text, blocks, textDigest, format, importedFrom };
    const version = await insertVersion(tx, { ...row, createdById: memberId }, now);
    await touchArticle(tx, deskId, articleId, now);
    await carryClaims(tx, context, { newest, version, carried, claims });
    await insertOriginal(tx, { deskId, versionId: id, memberId, original });
    const notes = notesWithWords(staged, spans);
    if (notes.length > 0) await stageNotes(tx, { actor, articleId, versionId: id, stagedId: id, text, notes }, now);
    await dropStaged(tx, { deskId, memberId, id });
    const result = await frozen(tx, version);
    const details = { number, from: importedFrom, digest: textDigest, ...result.placements };
    const stale = await stalenessEvents(tx, deskId, claims);
    await appendAudits(tx, { deskId, actorId: memberId, now }, [
      { action: "article.version", subjectId: id, articleId, details },
      ...carried.flatMap((place) => carryEvent(place, version)),
      ...stale,
    ]);
    await tellOfStale(tx, context, { claimIds: stale.map((event) => event.subjectId), versionId: id });
    return ok(result);
  };
  return inTransaction(db, freeze, { seconds: longestFreeze });
}

/** Thousands of claims, looked for in nine versions of a long text, on a busy machine. */
const longestFreeze = 60;

async function frozen(tx: Tx, { deskId, id, number }: StoredVersion): Promise<Frozen> {
  return { id, number, placements: await placementCounts(tx, { deskId, versionId: id }) };
}

/** What stayed where it was is not told; that an annotation's words were found at last is. */
function carryEvent({ claim, kind, confidence }: CarriedClaim, { articleId, number }: StoredVersion): AuditEvent[] {
  if (kind === "exact" && claim.settled !== null) return [];
  const { claimId } = claim;
  const details = { version: number, kind, confidence };
  return [{ action: "claim.carry", subjectId: claimId, articleId, claimId, details }];
}
