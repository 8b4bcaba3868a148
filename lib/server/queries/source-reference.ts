import "server-only";
import { toCsl } from "#lib/domain/csl-item.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { Reference } from "#lib/domain/source-views.ts";
import { formatReference } from "#lib/formats/citations/format-reference.ts";
import { permit } from "#lib/policy/permit.ts";
import type { AskReference } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { fieldsOf, shownSource } from "#lib/server/repositories/sources.ts";

/** A source's reference in a style and language. */
export async function sourceReference({ actor, db }: Context, asked: AskReference): Promise<Outcome<Reference>> {
  const loaded = permit(actor, "source.read", await shownSource(db, actor.deskId, asked.id));
  if (!loaded.ok) return loaded;
  const item = toCsl({ id: loaded.value.id, ...fieldsOf(loaded.value) });
  return ok(formatReference(item, asked));
}
