import "server-only";
import type { FoundCaptures } from "#lib/domain/capture-views.ts";
import { searchQuery } from "#lib/domain/full-text.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { captureView } from "#lib/server/queries/capture-view.ts";
import { findInCaptures } from "#lib/server/repositories/capture-search.ts";
import { capturesByIds } from "#lib/server/repositories/captures.ts";

const perPage = 20;

/**
 * The desk's copies that hold the words, the newest first, twenty a page, `page` from 0. "Quoted words" stand together,
 * a word after a minus is absent, `or` parts alternatives.
 */
export async function captureSearch(
  { actor, db }: Context,
  asked: { readonly words: string; readonly page: number },
): Promise<FoundCaptures> {
  const words = asked.words.replaceAll("\0", "").toWellFormed().slice(0, 300);
  const query = searchQuery(words);
  if (query === "" || !can(actor, "capture.read", actor)) return { found: [], next: null };
  const page = Math.max(0, Math.min(10_000, Math.trunc(asked.page)));
  const rows = await findInCaptures(db, actor.deskId, { query, words, skip: page * perPage, take: perPage + 1 });
  const shown = rows.slice(0, perPage);
  const captures = new Map(
    (
      await capturesByIds(
        db,
        actor.deskId,
        shown.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const found = shown.flatMap(({ id, snippet }) => {
    const capture = captures.get(id);
    return capture === undefined ? [] : [{ capture: captureView(capture), snippet }];
  });
  return { found, next: rows.length > perPage ? page + 1 : null };
}
