import "server-only";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import { countWords } from "#lib/domain/text.ts";
import type { NewVersionView } from "#lib/domain/version-views.ts";
import { leftOutWords } from "#lib/formats/import/left-out.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { ShownClaim } from "#lib/server/queries/comparison.ts";
import { comparedRows, unjudgedIn } from "#lib/server/queries/comparison.ts";
import { versionRows } from "#lib/server/queries/version-rows.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { type CarriedClaim, carriedClaims } from "#lib/server/repositories/carried-claims.ts";
import { claimsByIds } from "#lib/server/repositories/claims.ts";
import { lapsingClaims } from "#lib/server/repositories/lapsing-claims.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { isTaken, stagedDocument, stagedText } from "#lib/server/repositories/staged-imports.ts";

/**
 * A text of one's own that is staged to become the next version of an article, beside the newest one, and what freezing
 * it would make of the claims. `page` counts from 1.
 */
export async function newVersion(
  { actor, db }: Context,
  { importId, page }: { readonly importId: string; readonly page: number },
): Promise<Outcome<NewVersionView>> {
  const { deskId, memberId } = actor;
  const staged = await stagedDocument(db, { deskId, memberId, id: importId });
  if (staged === null || staged.articleId === null) return notFound();
  const { articleId, importedFrom, warnings, began, pieces, notes } = staged;
  const { text, blocks, spans } = stagedText(staged);
  const dropped = pieces.filter((_, index) => !isTaken(staged, index));
  const loaded = permit(actor, "article.version", await articleById(db, deskId, articleId));
  if (!loaded.ok) return loaded;
  const newest = await latestVersion(db, deskId, articleId);
  if (newest === null) return notFound();
  const next = { text, blocks };
  const { alignment, claims } = await carriedClaims(db, { newest, next });
  const versions = await versionRows(db, newest);
  const from = versions.find((row) => row.id === newest.id);
  if (from === undefined) throw new Error("The newest version is not among those of its article.");
  const { title, language } = loaded.value;
  const standing = claims.flatMap(({ claim }) => (hasStandingVerdict(claim.state) ? [claim.claimId] : []));
  const stored = await claimsByIds(db, deskId, standing);
  const lapsing = await lapsingClaims(db, { newest, next, carried: claims, claims: stored });
  const blind = await blindClaims(db, actor);
  const live = claims.flatMap((carried) =>
    carried.claim.state === "withdrawn" ? [] : [unjudgedIn(blind, shownClaim(carried, lapsing))],
  );
  return ok({
    importId,
    importedFrom,
    words: countWords(text),
    leftOut: leftOutWords(dropped.map(({ block, why }) => ({ before: 0, block, why: why ?? "outside" }))),
    notes: notes.filter((note) => spans.has(note.id)).length,
    warnings,
    unchanged: text === newest.text,
    began:
      began === null || began >= newest.number
        ? null
        : { number: began, newest: newest.number, by: from.createdBy.name },
    lapsing: live.filter(({ claim }) => claim.lapses).length,
    comparison: {
      articleId,
      title,
      language,
      from,
      to: null,
      versions,
      ...comparedRows({ alignment, older: newest, newer: next, claims: live, page }),
    },
  });
}

function shownClaim({ claim, kind }: CarriedClaim, lapsing: ReadonlySet<string>): ShownClaim {
  const { claimId, number, state, statement, settled, annotation, quote, start, end } = claim;
  const words = settled?.quote ?? (annotation?.exact || quote);
  return {
    claim: {
      id: claimId,
      number,
      state,
      summary: statement === "" ? words : statement,
      placement: kind,
      needsPlacing: needsPlacing({ kind, placedById: null }),
      lapses: lapsing.has(claimId),
    },
    side: "old",
    span: start === null || end === null ? null : { start, end },
  };
}
