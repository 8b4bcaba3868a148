import "server-only";
import { toCsl } from "#lib/domain/csl-item.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { likenessOf } from "#lib/domain/same-source.ts";
import type { SourcePage } from "#lib/domain/source-views.ts";
import { formatReference } from "#lib/formats/citations/format-reference.ts";
import { hyphenatedIsbn } from "#lib/formats/citations/hyphenated-isbn.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { capturesOfSource } from "#lib/server/queries/captures-of-source.ts";
import { sourceView } from "#lib/server/queries/claim-parts.ts";
import { foundSources } from "#lib/server/queries/found-sources.ts";
import { useView, watchView } from "#lib/server/queries/source-parts.ts";
import { candidatesFor } from "#lib/server/repositories/source-finding.ts";
import { usesOf, usesOfSources, watchesOf } from "#lib/server/repositories/source-uses.ts";
import { fieldsOf, mergedInto, type StoredSource, shownSource } from "#lib/server/repositories/sources.ts";

const pageSize = 50;
const mostSimilar = 10;

type Asked = { readonly id: string; readonly after: string | null };

/** A source with all that the desk knows of it, its uses 50 a page; of a merged one, the one it was merged into. */
export async function sourcePage(context: Context, asked: Asked): Promise<Outcome<SourcePage>> {
  const { actor, db } = context;
  const { deskId } = actor;
  const loaded = permit(actor, "source.read", await shownSource(db, deskId, asked.id));
  if (!loaded.ok) return loaded;
  const source = loaded.value;
  const merged = await mergedInto(db, deskId, source.id);
  const sourceIds = [source.id, ...merged.map(({ id }) => id)];
  const after = identifier.safeParse(asked.after).data ?? null;
  const uses = await usesOf(db, deskId, { sourceIds, after, take: pageSize + 1 });
  const page = uses.slice(0, pageSize);
  const counted = (await usesOfSources(db, deskId, [source.id])).get(source.id);
  const captures = await capturesOfSource(context, source.id);
  if (!captures.ok) return captures;
  const watches = await watchesOf(db, deskId, sourceIds);
  const may = {
    edit: can(actor, "source.edit", source),
    merge: can(actor, "source.merge", source),
    keep: can(actor, "capture.make", source),
  };
  const fields = fieldsOf(source);
  const language = "en-US";
  return ok({
    ...sourceView(source),
    csl: fields.csl,
    isbnShown: hyphenatedIsbn(source.isbn),
    createdAt: source.createdAt.toISOString(),
    updatedAt: source.updatedAt.toISOString(),
    uses: page.map(useView),
    useCount: counted?.uses ?? 0,
    nextUses: uses.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    captures: captures.value,
    watches: watches.map(watchView),
    merged: merged.map(sourceView),
    similar: await similarTo(context, source),
    reference: formatReference(toCsl({ id: source.id, ...fields }), { style: "apa", language }),
    may,
  });
}

/** The desk's other sources that may be this one, at most ten. */
async function similarTo({ actor, db }: Context, source: StoredSource): Promise<SourcePage["similar"]> {
  const rows = await candidatesFor(db, actor.deskId, { described: source, by: "identifiers and title" });
  const likely = rows.flatMap((row) => {
    const why = row.id === source.id || row.mergedIntoId !== null ? null : likenessOf(source, row);
    return why === null ? [] : [{ row, why }];
  });
  const first = likely.slice(0, mostSimilar);
  const found = await foundSources(
    db,
    actor.deskId,
    first.map(({ row }) => row),
  );
  return found.flatMap((other, index) => {
    const why = first[index]?.why;
    return why === undefined ? [] : [{ ...other, why }];
  });
}
