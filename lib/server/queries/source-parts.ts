import "server-only";
import type { SourceUse } from "#lib/domain/source-views.ts";
import { type WatchView, watchStates } from "#lib/domain/watch.ts";
import type { usesOf, watchesOf } from "#lib/server/repositories/source-uses.ts";

type Row<Query extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Query>>[number];

export function useView(row: Row<typeof usesOf>): SourceUse {
  const { stance, kind, passage, locator, confidential, linkedBy, claimId, claim } = row;
  return {
    evidenceId: row.id,
    articleId: claim.articleId,
    articleTitle: claim.article.title,
    claimId,
    claimNumber: claim.number,
    statement: claim.statement,
    stance,
    kind,
    passage,
    locator,
    confidential,
    linkedBy,
    linkedAt: row.createdAt.toISOString(),
  };
}

export function watchView(row: Row<typeof watchesOf>): WatchView {
  const { id, sourceId, address, movedTo, problem } = row;
  return {
    id,
    sourceId,
    address,
    state: watchStates.find((state) => state === row.state) ?? "unreachable",
    stateSince: row.stateSince.toISOString(),
    movedTo,
    problem,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    nextAt: row.nextAt.toISOString(),
    stopped: row.stoppedAt !== null,
  };
}
