import "server-only";
import type { SourceKind } from "#lib/domain/evidence.ts";
import { patternsOf } from "#lib/domain/search-words.ts";
import type { SourceList } from "#lib/domain/source-views.ts";
import { can } from "#lib/policy/can.ts";
import { readCursor, writtenCursor } from "#lib/schemas/change-cursor.ts";
import type { Context } from "#lib/server/context.ts";
import { foundSources } from "#lib/server/queries/found-sources.ts";
import { sourcesAfter } from "#lib/server/repositories/source-finding.ts";

const pageSize = 50;

type Asked = { readonly words: string; readonly kind: SourceKind | null; readonly after: string | null };

/** The desk's sources that fit, the latest changed first, 50 a page; `after` is the cursor that the page before gave. */
export async function sourceList({ actor, db }: Context, asked: Asked): Promise<SourceList> {
  const mayEdit = can(actor, "source.edit", actor);
  const patterns = patternsOf(asked.words.replaceAll("\u0000", ""));
  const isNothing = patterns.length === 0 && asked.words.trim() !== "";
  if (isNothing || !can(actor, "source.read", actor)) return { sources: [], next: null, mayEdit };
  const listing = { patterns, kind: asked.kind, after: readCursor(asked.after), take: pageSize + 1 };
  const rows = await sourcesAfter(db, actor.deskId, listing);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  const next = last === undefined ? null : writtenCursor(last);
  return { sources: await foundSources(db, actor.deskId, page), next, mayEdit };
}
