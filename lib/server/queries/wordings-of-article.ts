import "server-only";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { needsPlacing } from "#lib/domain/placement.ts";
import { ok } from "#lib/domain/result.ts";
import type { WordingFilter, WordingRow, WordingsPage } from "#lib/domain/wording.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { writersAnswer } from "#lib/server/queries/claim-parts.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { placedBefore } from "#lib/server/repositories/placed-before.ts";
import { placementsIn } from "#lib/server/repositories/placements.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { claimsSuggesting, suggestedWordings } from "#lib/server/repositories/suggested-wordings.ts";

const pageSize = 50;

type Asked = { readonly articleId: string; readonly filter: WordingFilter; readonly after: string | null };

/**
 * The claims of an article whose latest revision suggests other words, in the order of the text, 50 a page, with what the
 * writer said; `after` is the last claim of the page before. When that one is no longer among them, the list begins anew.
 * Claims that are withdrawn, and those on which the reader owes a second verdict, are not in it and not counted.
 */
export async function wordingsOfArticle(
  { actor, db }: Pick<Context, "actor" | "db">,
  { articleId, filter, after }: Asked,
): Promise<Outcome<WordingsPage>> {
  const { deskId } = actor;
  const id = identifier.safeParse(articleId);
  if (!id.success) return notFound();
  const loaded = permit(actor, "article.read", await articleById(db, deskId, id.data));
  if (!loaded.ok) return loaded;
  const version = await latestVersion(db, deskId, id.data);
  if (version === null) return notFound();
  const hidden = await blindClaims(db, actor);
  const all = await claimsSuggesting(db, { deskId, articleId: id.data, versionId: version.id, hidden });
  const unanswered = all.filter((one) => !one.isAnswered);
  const chosen = filter === "all" ? all : unanswered;
  const from = after === null ? 0 : chosen.findIndex(({ claimId }) => claimId === after) + 1;
  const page = chosen.slice(from, from + pageSize);
  return ok({
    article: { id: id.data, title: loaded.value.title },
    filter,
    rows: await rowsOf(db, { deskId, versionId: version.id }, page),
    counts: { all: all.length, unanswered: unanswered.length },
    next: chosen.length > from + pageSize ? (page.at(-1)?.claimId ?? null) : null,
    may: { answer: can(actor, "wording.answer", loaded.value) },
  });
}

type InVersion = { readonly deskId: string; readonly versionId: string };
type Suggesting = { readonly claimId: string; readonly revisionId: string };

async function rowsOf(tx: Tx, key: InVersion, page: readonly Suggesting[]): Promise<WordingRow[]> {
  const claimIds = page.map(({ claimId }) => claimId);
  const revisionIds = page.map(({ revisionId }) => revisionId);
  const revisions = new Map((await suggestedWordings(tx, key.deskId, revisionIds)).map((row) => [row.id, row]));
  const placements = new Map((await placementsIn(tx, key, claimIds)).map((row) => [row.claimId, row]));
  const unplaced = [...placements.values()].filter(needsPlacing).map(({ claimId }) => claimId);
  const before = await placedBefore(tx, key, unplaced);
  return page.flatMap(({ claimId, revisionId }) => {
    const revision = revisions.get(revisionId);
    if (revision === undefined) return [];
    const { claim, number, rationale, suggestedWording, author, wordingAnswers } = revision;
    return [
      {
        ...{ claimId, number: claim.number, statement: claim.statement, state: claim.state },
        quote: before.get(claimId)?.quote || (placements.get(claimId)?.quote ?? ""),
        ...{ revisionId, revisionNumber: number, suggested: suggestedWording, reason: rationale },
        suggestedBy: author.name,
        answers: wordingAnswers.flatMap(writersAnswer),
      },
    ];
  });
}
