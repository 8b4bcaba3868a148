import "server-only";
import { blindState } from "#lib/domain/blind.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { PlacingPage } from "#lib/domain/version-views.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { Unplaced } from "#lib/server/queries/placing-rows.ts";
import { placingRow, positionOf } from "#lib/server/queries/placing-rows.ts";
import { sameChanges } from "#lib/server/queries/same-changes.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { placedBefore } from "#lib/server/repositories/placed-before.ts";
import { placementsToPlace } from "#lib/server/repositories/placements.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { versionsByIds } from "#lib/server/repositories/versions.ts";

const pageSize = 50;

type Asked = { readonly articleId: string; readonly after: string | null };

/**
 * The claims of an article that nobody has placed in its newest version, in the order of the text, 50 a page; `after` is
 * the id of the last claim of the page before. When that one was placed meanwhile, the list begins anew.
 */
export async function placingPage({ actor, db }: Context, { articleId, after }: Asked): Promise<Outcome<PlacingPage>> {
  const { deskId } = actor;
  const loaded = permit(actor, "article.read", await articleById(db, deskId, articleId));
  if (!loaded.ok) return loaded;
  const version = await latestVersion(db, deskId, articleId);
  if (version === null) return notFound();
  const key = { deskId, versionId: version.id };
  const placements = await placementsToPlace(db, key);
  const before = await placedBefore(
    db,
    key,
    placements.map((placement) => placement.claimId),
  );
  const waiting: Unplaced[] = placements
    .flatMap((placement) => {
      const earlier = before.get(placement.claimId);
      return earlier === undefined ? [] : [{ placement, before: earlier }];
    })
    .sort((a, b) => positionOf(a) - positionOf(b) || a.placement.claim.number - b.placement.claim.number);
  const alike = sameChanges(waiting);
  const from = after === null ? 0 : waiting.findIndex(({ placement }) => placement.claimId === after) + 1;
  const page = waiting.slice(from, from + pageSize);
  const earlier = await versionsByIds(
    db,
    deskId,
    page.flatMap(({ before: stood }) => (stood.from === "version" ? [stood.versionId] : [])),
  );
  const count = (kind: "changed" | "ambiguous" | "lost") =>
    waiting.filter(({ placement }) => placement.kind === kind).length;
  const { title, language } = loaded.value;
  const blind = await blindClaims(db, actor);
  return ok({
    articleId,
    title,
    language,
    version: { id: version.id, number: version.number },
    counts: { changed: count("changed"), ambiguous: count("ambiguous"), lost: count("lost") },
    rows: page.map((one) => {
      const { before: stood } = one;
      const old = stood.from === "version" ? (earlier.find(({ id }) => id === stood.versionId) ?? null) : null;
      const row = placingRow(one, { old, present: version, sameChange: alike.get(one.placement.claimId) ?? null });
      return blind.has(row.claimId) ? { ...row, state: blindState(row.state), rowVersion: 1 } : row;
    }),
    next: waiting.length > from + pageSize ? (page.at(-1)?.placement.claimId ?? null) : null,
    may: { place: can(actor, "claim.place", loaded.value), withdraw: can(actor, "claim.withdraw", loaded.value) },
  });
}
