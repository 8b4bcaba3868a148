import "server-only";
import { blindMark } from "#lib/domain/blind.ts";
import { hasStandingVerdict, staleSentences } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ratingIconOf } from "#lib/domain/rating-icon.ts";
import { ok } from "#lib/domain/result.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { countWords } from "#lib/domain/text.ts";
import type { ArticleView, ClaimMarkView, RatingView } from "#lib/domain/views.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { claimsOfVersion } from "#lib/server/repositories/claims.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { openThreadsOf } from "#lib/server/repositories/threads.ts";

/** The article's latest version with its claims in the order of the text; withdrawn ones are left out of the text. */
export async function articlePage({ actor, db }: Context, id: string): Promise<Outcome<ArticleView>> {
  const loaded = permit(actor, "article.read", await articleById(db, actor.deskId, id));
  if (!loaded.ok) return loaded;
  const article = loaded.value;
  const version = await latestVersion(db, actor.deskId, id);
  if (version === null) return notFound();
  const placements = await claimsOfVersion(db, actor.deskId, version.id);
  const blind = await blindClaims(db, actor);
  const ids = placements.map(({ claim }) => claim.id);
  const open = await openThreadsOf(db, actor.deskId, ids);
  const { title, byline, publisher, publishedOn, address, language, rowVersion } = article;
  return ok({
    id,
    title,
    byline,
    publisher,
    publishedOn,
    address,
    language,
    rowVersion,
    version: { id: version.id, number: version.number, latest: version.number, words: countWords(version.text) },
    text: version.text,
    blocks: version.blocks,
    claims: placements
      .flatMap((placed) => markOf(placed, { versionNumber: version.number, open: open.get(placed.claim.id) ?? 0 }))
      .map((mark) => (blind.has(mark.id) ? blindMark(mark) : mark)),
    toPlace: placements.filter((placed) => placed.active && needsPlacing(placed)).length,
    may: {
      mark: can(actor, "claim.mark", article),
      edit: can(actor, "article.edit", article),
      export: can(actor, "report.export", article),
      addVersion: can(actor, "article.version", article),
    },
  });
}

type Placed = Awaited<ReturnType<typeof claimsOfVersion>>[number];

/** `open` counts the discussions that nobody has resolved. */
function markOf(placed: Placed, { versionNumber, open }: { versionNumber: number; open: number }): ClaimMarkView[] {
  const { start, end, quote, claim } = placed;
  if (start === null || end === null || claim.state === "withdrawn") return [];
  const [revision] = claim.revisions;
  const shown =
    revision !== undefined &&
    (hasStandingVerdict(claim.state) || claim.state === "stale" || claim.state === "returned");
  return [
    {
      id: claim.id,
      number: claim.number,
      start,
      end,
      state: claim.state,
      summary: claim.statement === "" ? quote : claim.statement,
      rating: shown ? markRating(revision) : null,
      asks: needsPlacing(placed) ? asksForPlace(placed, versionNumber) : (asksOf(claim) ?? openWords(open)),
      needsPlacing: needsPlacing(placed),
    },
  ];
}

function markRating({ sentence, rating: { label, token, icon } }: Placed["claim"]["revisions"][number]): RatingView {
  return { label: verdictWords({ sentence, label }), token, icon: ratingIconOf(icon) };
}

function asksForPlace({ claim, fromVersionId }: Placed, versionNumber: number): string {
  return claim.annotation !== null && fromVersionId === null
    ? "The annotation has other words. Confirm these or choose others."
    : `The words changed in version ${versionNumber}. Confirm or choose others.`;
}

function openWords(open: number): string | null {
  if (open === 0) return null;
  return open === 1 ? "1 open discussion" : `${open} open discussions`;
}

function asksOf(claim: Placed["claim"]): string | null {
  if (claim.state === "stale" && claim.staleReason !== null) return staleSentences[claim.staleReason];
  const [review] = claim.reviews;
  if (claim.state === "returned" && review !== undefined) return `${review.reviewer.name}: “${review.comment}”`;
  return null;
}
