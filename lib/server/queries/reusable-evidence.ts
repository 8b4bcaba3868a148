import "server-only";
import type { ReusableEvidence } from "#lib/domain/evidence-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { patternsOf, wordsOf } from "#lib/domain/search-words.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { sourceView } from "#lib/server/queries/claim-parts.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { findReusable } from "#lib/server/repositories/reusable-evidence.ts";
import { findSourceIds } from "#lib/server/repositories/source-finding.ts";

const shown = 20;
const mostWords = 12;
/** Shorter words say little of what a claim is about. */
const tellingWord = 5;

/**
 * Evidence of the desk's other claims that may serve this one, at most twenty: by words of its passage, its source or its
 * claim, all of which have to be there; without words, by the longer words of this claim's statement, any of them.
 */
export async function reusableEvidence(
  { actor, db }: Context,
  { claimId, words }: { readonly claimId: string; readonly words: string },
): Promise<Outcome<readonly ReusableEvidence[]>> {
  const { deskId } = actor;
  const loaded = permit(actor, "claim.read", await claimById(db, deskId, claimId));
  if (!loaded.ok) return loaded;
  // What is found is other claims', and what is confidential among it has its name.
  if (actor.outside !== undefined) return notFound();
  const typed = wordsOf(words);
  const own = wordsOf(loaded.value.statement).filter((word) => word.length >= tellingWord);
  const asked = (typed.length > 0 ? typed : own).slice(0, mostWords);
  if (asked.length === 0) return ok([]);
  const query = asked.map((word) => `'${word}':*`).join(typed.length > 0 ? " & " : " | ");
  const patterns = patternsOf(typed.join(" "));
  const sourceIds = patterns.length === 0 ? [] : await findSourceIds(db, deskId, { patterns, take: shown });
  const rows = await findReusable(db, deskId, { claimId, query, sourceIds, take: shown });
  return ok(
    rows.map(({ id, source, stance, kind, passage, locator, confidential, captureId, claim }) => ({
      id,
      source: sourceView(source.mergedInto ?? source),
      stance,
      kind,
      passage,
      locator,
      confidential,
      isKept: captureId !== null,
      claim: { number: claim.number, statement: claim.statement, articleTitle: claim.article.title },
    })),
  );
}
