import "server-only";
import type { AnnotationFate, AnnotationRow, AnnotationsDraft, AnnotationsPage } from "#lib/domain/annotation-views.ts";
import { directionOf } from "#lib/domain/direction.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { blockAt } from "#lib/domain/span.ts";
import { unplacedRows } from "#lib/formats/annotations/place-annotations.ts";
import type { Context } from "#lib/server/context.ts";
import { passagesArticle } from "#lib/server/queries/passages-article.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { becomesClaim, type PlannedClaim, plannedClaims } from "#lib/server/repositories/planned-claims.ts";
import {
  type StagedAnnotations,
  stagedAnnotations,
  stagedPassages,
} from "#lib/server/repositories/staged-annotations.ts";

type Asked = { readonly articleId: string; readonly importId: string | null };

/** Of a file; the rows of notes and sheets are all shown, for each can be left out. */
const mostRows = 50;

/**
 * Where annotations made elsewhere come into an article and, for a file of one's own that was read, what bringing it in
 * would make of each passage in the newest version. Each look searches the text again.
 */
export async function annotationsPage(
  context: Context,
  { articleId, importId }: Asked,
): Promise<Outcome<AnnotationsPage>> {
  const found = await passagesArticle(context, articleId);
  if (!found.ok) return found;
  const { page, version } = found.value;
  if (importId === null) return ok({ ...page, draft: null });
  const { actor, db } = context;
  const { deskId, memberId } = actor;
  const staged = await stagedAnnotations(db, { deskId, memberId, id: importId });
  if (staged === null || staged.articleId !== articleId) return notFound();
  const placed = staged.broughtIn !== null ? [] : stagedPassages(staged, version);
  const plans = await plannedClaims(db, { deskId, versionId: version.id }, placed);
  return ok({ ...page, draft: draftOf(plans, { importId, staged, version }) });
}

type Draft = { readonly importId: string; readonly staged: StagedAnnotations; readonly version: StoredVersion };

function draftOf(plans: readonly PlannedClaim[], { importId, staged, version }: Draft): AnnotationsDraft {
  const count = (fate: AnnotationFate) => plans.filter((plan) => plan.fate === fate).length;
  const isFile = staged.broughtIn !== null || staged.source !== null;
  const claims = plans.filter(comesIn(plans));
  return {
    importId,
    fileName: staged.fileName,
    passages: plans.length,
    claims: claims.length,
    toPlace: claims.filter(({ kind }) => kind !== "exact").length,
    counts: {
      exact: count("exact"),
      changed: count("changed"),
      ambiguous: count("ambiguous"),
      lost: count("lost"),
      there: count("there"),
      double: count("double"),
      unusable: count("unusable"),
    },
    rows: plans.slice(0, isFile ? mostRows : plans.length).map((plan) => rowOf(plan, version)),
    unplaced: staged.broughtIn === null ? unplacedRows(plans) : staged.unplaced,
    broughtIn: staged.broughtIn,
  };
}

/** Whether a passage becomes a claim when nothing more is left out: itself, or the first kept one of those that repeat it. */
function comesIn(plans: readonly PlannedClaim[]): (plan: PlannedClaim) => boolean {
  const firsts = new Set(plans.filter(becomesClaim).map(({ passage }) => passage));
  const seen = new Set<number>();
  return ({ passage, sameAs, details }) => {
    const first = sameAs ?? passage;
    if (!details.kept || !firsts.has(first) || seen.has(first)) return false;
    seen.add(first);
    return true;
  };
}

const longestWords = 300;
const longestStatement = 200;

function rowOf(plan: PlannedClaim, { blocks }: StoredVersion): AnnotationRow {
  const words = plan.words.exact === "" ? plan.quote : plan.words.exact;
  const block = plan.start === null ? undefined : blockAt(blocks, plan.start);
  return {
    number: plan.passage,
    label: plan.details.label,
    kept: plan.details.kept,
    fate: plan.fate,
    words: shortened(words, longestWords),
    dir: directionOf(words),
    statement: shortened(plan.statement, longestStatement),
    sources: plan.details.sources.map(({ title, address }) => shortened(title || address, longestStatement)),
    note: shortened(plan.details.note, longestStatement),
    paragraph: block === undefined ? null : block.index + 1,
    places: plan.candidates.length,
    claim: plan.claim,
    sameAs: plan.sameAs,
    reason: plan.unusable ?? "",
  };
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
