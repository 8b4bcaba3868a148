import "server-only";
import { z } from "zod";
import type { PlacementKind } from "#lib/domain/placement.ts";
import type { Span } from "#lib/domain/span.ts";
import type { PlacementCounts } from "#lib/domain/version-views.ts";
import type { Tx } from "#lib/server/db/client.ts";

type InVersion = { readonly deskId: string; readonly versionId: string };
type OfClaim = InVersion & { readonly claimId: string };

const carriedWhole: PlacementKind[] = ["exact", "moved"];

/** A claim stands there: its very words were carried along, or somebody chose the place. An offer is neither. */
const settled = { OR: [{ kind: { in: carriedWhole } }, { placedById: { not: null } }] };
const unsettled = { kind: { notIn: carriedWhole }, placedById: null };

export async function placementOf(tx: Tx, deskId: string, claimId: string, versionId: string) {
  return await tx.placement.findUnique({ where: { deskId_claimId_versionId: { deskId, claimId, versionId } } });
}

export type StoredPlacement = NonNullable<Awaited<ReturnType<typeof placementOf>>>;

/** Where these claims are in a version, or every claim that is in it. */
export async function placementsIn(
  tx: Tx,
  { deskId, versionId }: InVersion,
  claimIds?: readonly string[],
): Promise<StoredPlacement[]> {
  const claims = claimIds === undefined ? {} : { claimId: { in: [...claimIds] } };
  return await tx.placement.findMany({ where: { deskId, versionId, ...claims } });
}

/** The live claim that stands on exactly this span; null when there is none. What is only offered to a claim is free. */
export async function claimOnSpan(tx: Tx, deskId: string, span: { versionId: string; start: number; end: number }) {
  return await tx.placement.findFirst({
    where: { deskId, ...span, active: true, ...settled },
    select: { claimId: true },
  });
}

/** The spans of a version on which live claims stand, as `spanKey` writes them. */
export async function takenSpans(tx: Tx, { deskId, versionId }: InVersion): Promise<Set<string>> {
  const rows = await tx.placement.findMany({
    where: { deskId, versionId, active: true, start: { not: null }, ...settled },
    select: { start: true, end: true },
  });
  return new Set(rows.map(spanKey));
}

/** The live claims that stand on words of a version, by `spanKey`. */
export async function standingClaims(
  tx: Tx,
  { deskId, versionId }: InVersion,
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: number }>> {
  const rows = await tx.placement.findMany({
    where: { deskId, versionId, active: true, start: { not: null }, ...settled },
    select: { start: true, end: true, claim: { select: { id: true, number: true } } },
  });
  return new Map(rows.map(({ claim, ...span }) => [spanKey(span), claim]));
}

export function spanKey({ start, end }: { readonly start: number | null; readonly end: number | null }): string {
  return `${start}-${end}`;
}

/** How many live claims of a version nobody has placed yet. */
export async function countToPlace(tx: Tx, { deskId, versionId }: InVersion): Promise<number> {
  return await tx.placement.count({ where: { deskId, versionId, active: true, ...unsettled } });
}

const spans = z.array(z.object({ start: z.number(), end: z.number() })).nullable();

/** The live claims of a version that nobody has placed yet, with what a list of them shows. */
export async function placementsToPlace(tx: Tx, { deskId, versionId }: InVersion) {
  const rows = await tx.placement.findMany({
    where: { deskId, versionId, active: true, ...unsettled },
    include: { claim: { select: { number: true, state: true, rowVersion: true, statement: true } } },
  });
  return rows.flatMap(({ kind, ...row }) => {
    const candidates = spans.parse(row.candidates) ?? [];
    return kind === "exact" || kind === "moved" ? [] : [{ ...row, kind, candidates }];
  });
}

export type UnplacedPlacement = Awaited<ReturnType<typeof placementsToPlace>>[number];

/** How many live claims of a version have a placement of each kind. */
export async function placementCounts(tx: Tx, { deskId, versionId }: InVersion): Promise<PlacementCounts> {
  const rows = await tx.placement.groupBy({
    by: ["kind"],
    where: { deskId, versionId, active: true },
    _count: { _all: true },
  });
  const count = (kind: PlacementKind) => rows.find((row) => row.kind === kind)?._count._all ?? 0;
  return {
    exact: count("exact"),
    moved: count("moved"),
    changed: count("changed"),
    ambiguous: count("ambiguous"),
    lost: count("lost"),
  };
}

/** Withdraws a claim from a version, or brings it back. Older versions keep what they had. */
export async function setPlacementActive(tx: Tx, key: OfClaim, { active }: { active: boolean }): Promise<void> {
  await tx.placement.updateMany({ where: { ...key }, data: { active } });
}

/** Takes several claims out of a version at once. */
export async function deactivatePlacements(tx: Tx, { deskId, versionId }: InVersion, claimIds: readonly string[]) {
  await tx.placement.updateMany({
    where: { deskId, versionId, claimId: { in: [...claimIds] } },
    data: { active: false },
  });
}

type By = { readonly memberId: string; readonly now: Date };

/** The words that were offered to these claims in a version are theirs now. */
export async function confirmPlacements(
  tx: Tx,
  { deskId, versionId }: InVersion,
  claimIds: readonly string[],
  { memberId, now }: By,
): Promise<void> {
  const where = { deskId, versionId, claimId: { in: [...claimIds] }, ...unsettled };
  await tx.placement.updateMany({ where, data: { placedById: memberId, placedAt: now } });
}

type Chosen = Span & { readonly kind: "exact" | "changed"; readonly quote: string };

/** Puts a claim where somebody chose. */
export async function choosePlacement(tx: Tx, key: OfClaim, chosen: Chosen, { memberId, now }: By): Promise<void> {
  const { start, end, kind, quote } = chosen;
  await tx.placement.update({
    where: { deskId_claimId_versionId: key },
    data: { start, end, kind, quote, confidence: 1, placedById: memberId, placedAt: now },
  });
}

type Carried = {
  readonly claimId: string;
  readonly kind: PlacementKind;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly confidence: number;
  readonly near: number | null;
  readonly candidates: readonly (Span & { readonly confidence: number })[];
  /** Null while nobody has settled the claim in any version. */
  readonly fromVersionId: string | null;
  readonly active: boolean;
};

/** So that one statement stays below the number of values that Postgres takes. */
const rowsAtOnce = 2000;

/** What an alignment carried into a version; nobody placed it. */
export async function insertCarried(
  tx: Tx,
  version: InVersion,
  carried: readonly Carried[],
  placedAt: Date,
): Promise<void> {
  const rows = carried.map(({ candidates, ...place }) => {
    const choice = candidates.length === 0 ? {} : { candidates: candidates.map((one) => ({ ...one })) };
    return { ...version, ...place, ...choice, placedById: null, placedAt };
  });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.placement.createMany({ data: rows.slice(from, from + rowsAtOnce) });
  }
}
