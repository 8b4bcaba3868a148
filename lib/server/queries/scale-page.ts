import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { ScalePage } from "#lib/domain/scale.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { presentScale, scaleHistory, scaleOf } from "#lib/server/repositories/scales.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

/**
 * The desk's present scale, for everybody on it; for those who may revise it also the scales before, the latest first,
 * with how many verdicts were given on each, those that the reader may not know of left out.
 */
export async function scalePage({ actor, db }: Context): Promise<Outcome<ScalePage>> {
  if (!can(actor, "desk.read", actor)) return forbidden();
  const { deskId } = actor;
  const present = await presentScale(db, deskId);
  if (present === null) return notFound();
  const mayRevise = can(actor, "scale.manage", actor);
  const hidden = mayRevise ? [...(await blindClaims(db, actor))] : [];
  const scales = mayRevise ? await scaleHistory(db, { deskId, hidden }) : [];
  const [ratings, own] = [scaleOf(present), scales.find((scale) => scale.id === present.id)];
  return ok({
    ...ratings,
    ratings: ratings.ratings.map((rating, index) => ({ ...rating, id: present.ratings[index]?.id ?? "" })),
    id: present.id,
    revision: present.revision,
    verdicts: own?.verdicts ?? null,
    mayRevise,
    earlier: scales.flatMap(({ id, name, revision, labels, createdAt, retiredAt, verdicts }) =>
      retiredAt === null
        ? []
        : [{ id, name, revision, labels, verdicts, from: createdAt.toISOString(), until: retiredAt.toISOString() }],
    ),
  });
}
