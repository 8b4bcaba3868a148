import "server-only";
import { uuidv7 } from "uuidv7";
import { ratingIconOf } from "#lib/domain/rating-icon.ts";
import { type Scale, scaleKinds } from "#lib/domain/scale.ts";
import { translationsOf } from "#lib/schemas/scale.ts";
import type { Tx } from "#lib/server/db/client.ts";

const withRatings = { ratings: { orderBy: { position: "asc" } } } as const;

type StoredScale = NonNullable<Awaited<ReturnType<typeof scaleById>>>;

export async function scaleById(tx: Tx, deskId: string, id: string) {
  return await tx.ratingScale.findUnique({ where: { deskId_id: { deskId, id } }, include: withRatings });
}

/** The scale that verdicts are proposed on now; the database keeps it at one. */
export async function presentScale(tx: Tx, deskId: string) {
  return await tx.ratingScale.findFirst({ where: { deskId, retiredAt: null }, include: withRatings });
}

/** Whether verdicts of the present scale are sentences. */
export async function presentKind(tx: Tx, deskId: string) {
  const scale = await tx.ratingScale.findFirst({ where: { deskId, retiredAt: null }, select: { kind: true } });
  return kindOf(scale?.kind ?? "");
}

/** A stored scale as a value. */
export function scaleOf({ name, kind, preset, ratings }: StoredScale): Scale {
  return {
    name,
    kind: kindOf(kind),
    preset,
    ratings: ratings.map(({ label, definition, token, value, icon, translations }) => ({
      label,
      definition,
      token,
      value,
      icon: ratingIconOf(icon),
      translations: translationsOf(translations),
    })),
  };
}

function kindOf(stored: string): Scale["kind"] {
  return scaleKinds.find((kind) => kind === stored) ?? "ordered";
}

/** Ends a scale unless that has happened already; whether it was still the present one. */
export async function retireScale(tx: Tx, key: { deskId: string; id: string }, now: Date): Promise<boolean> {
  const { count } = await tx.ratingScale.updateMany({ where: { ...key, retiredAt: null }, data: { retiredAt: now } });
  return count === 1;
}

/** Adds a scale as the next revision of its name; its number. */
export async function insertScale(
  tx: Tx,
  key: { deskId: string; id: string; now: Date },
  scale: Scale,
): Promise<number> {
  const { deskId, id, now } = key;
  const { name, kind, preset } = scale;
  const last = await tx.ratingScale.aggregate({ where: { deskId, name }, _max: { revision: true } });
  const revision = 1 + (last._max.revision ?? 0);
  await tx.ratingScale.create({ data: { deskId, id, name, kind, preset, revision, createdAt: now } });
  await tx.rating.createMany({
    data: scale.ratings.map(({ translations, ...rating }, position) => ({
      ...rating,
      translations: Object.fromEntries(Object.entries(translations).map(([tag, words]) => [tag, { ...words }])),
      deskId,
      id: uuidv7(),
      scaleId: id,
      position,
    })),
  });
  return revision;
}

type Reader = { readonly deskId: string; readonly hidden: readonly string[] };

/** Every scale the desk ever had, the newest first, and how many verdicts were given on it; `hidden` claims are not counted. */
export async function scaleHistory(tx: Tx, { deskId, hidden }: Reader) {
  return await tx.$queryRaw<
    {
      id: string;
      name: string;
      revision: number;
      createdAt: Date;
      retiredAt: Date | null;
      verdicts: number;
      labels: string[];
    }[]
  >`
    SELECT s.id, s.name, s.revision, s."createdAt", s."retiredAt",
      (SELECT count(*)::int FROM "VerdictRevision" v JOIN "Rating" t ON t."deskId" = v."deskId" AND t.id = v."ratingId"
        WHERE v."deskId" = s."deskId" AND t."scaleId" = s.id AND NOT v."claimId" = ANY(${hidden}::uuid[])) AS verdicts,
      (SELECT array_agg(t.label ORDER BY t.position) FROM "Rating" t
        WHERE t."deskId" = s."deskId" AND t."scaleId" = s.id) AS labels
    FROM "RatingScale" s WHERE s."deskId" = ${deskId}::uuid
    ORDER BY s."retiredAt" DESC NULLS FIRST, s."createdAt" DESC LIMIT 200`;
}
