import "server-only";
import { uuidv7 } from "uuidv7";
import type { AnnotationFate } from "#lib/domain/annotation-views.ts";
import type { PlacedAnnotation } from "#lib/formats/annotations/place-annotations.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { annotatedClaims, annotationKey, type ClaimName } from "#lib/server/repositories/annotated-words.ts";
import { spanKey, standingClaims } from "#lib/server/repositories/placements.ts";

/** A passage of a file of annotations, and what bringing it in would make of it. */
export type PlannedClaim = PlacedAnnotation & {
  /** In the order of the file, from 1. */
  readonly passage: number;
  readonly fate: AnnotationFate;
  /** The claim that has these words already, when `there`. */
  readonly claim: ClaimName | null;
  /** The passage that stands for both, when `double`. */
  readonly sameAs: number | null;
};

type InVersion = { readonly deskId: string; readonly versionId: string };

/**
 * Which passages become claims of a version. Words on which a live claim stands are `there`, and so are offers that came
 * in before; two passages on one span, or two offers of the same words, are one claim, with the first statement there is.
 */
export async function plannedClaims(
  tx: Tx,
  key: InVersion,
  placed: readonly PlacedAnnotation[],
): Promise<readonly PlannedClaim[]> {
  const [standing, offered] = [await standingClaims(tx, key), await annotatedClaims(tx, key)];
  const firsts = new Map<string, PlannedClaim>();
  const statements = new Map<number, string>();
  const planned = placed.map((one, index): PlannedClaim => {
    const plan = { ...one, passage: index + 1, claim: null, sameAs: null };
    if (one.unusable !== null) return { ...plan, fate: "unusable" };
    const claim = one.kind === "exact" ? standing.get(spanKey(one)) : offered.get(annotationKey(one.words, one));
    if (claim !== undefined) return { ...plan, fate: "there", claim };
    const first = firsts.get(placeKey(one));
    if (first === undefined) {
      const fresh: PlannedClaim = { ...plan, fate: one.kind };
      firsts.set(placeKey(one), fresh);
      statements.set(fresh.passage, fresh.statement);
      return fresh;
    }
    if ((statements.get(first.passage) ?? "") === "") statements.set(first.passage, one.statement);
    return { ...plan, fate: "double", sameAs: first.passage };
  });
  return planned.map((one) => ({ ...one, statement: statements.get(one.passage) ?? one.statement }));
}

function placeKey(one: PlacedAnnotation): string {
  if (one.kind === "exact") return spanKey(one);
  return `${one.kind} ${annotationKey(one.words, one)} ${[one, ...one.candidates].map(spanKey).join(" ")}`;
}

export function becomesClaim({ fate }: PlannedClaim): boolean {
  return fate === "exact" || fate === "changed" || fate === "ambiguous" || fate === "lost";
}

type Import = InVersion & {
  readonly articleId: string;
  readonly memberId: string;
  /** The number of the first claim; the others follow. */
  readonly first: number;
  readonly now: Date;
};

export type ImportedClaim = ClaimName & { readonly plan: PlannedClaim };

/** So that one statement stays below the number of values that Postgres takes. */
const rowsAtOnce = 1000;

/**
 * Makes claims of planned passages, in their order. Nobody chose their places: `exact` ones are settled all the same,
 * the others are offers. Whoever imports is the one who marked them.
 */
export async function insertPlanned(tx: Tx, plans: readonly PlannedClaim[], made: Import): Promise<ImportedClaim[]> {
  const { deskId, articleId, versionId, memberId, first, now } = made;
  const claims = plans.map((plan, index) => ({ id: uuidv7(), number: first + index, plan }));
  for (let from = 0; from < claims.length; from += rowsAtOnce) {
    const some = claims.slice(from, from + rowsAtOnce);
    await tx.claim.createMany({
      data: some.map(({ id, number, plan: { statement, words } }) => {
        const who = { createdById: memberId, editedById: memberId, createdAt: now, updatedAt: now };
        return { deskId, id, articleId, number, statement, annotation: { ...words }, ...who };
      }),
    });
    await tx.placement.createMany({
      data: some.map(({ id, plan: { kind, start, end, quote, confidence, candidates } }) => {
        const choice = candidates.length === 0 ? {} : { candidates: candidates.map((one) => ({ ...one })) };
        return { deskId, claimId: id, versionId, kind, start, end, quote, confidence, placedAt: now, ...choice };
      }),
    });
  }
  return claims;
}
