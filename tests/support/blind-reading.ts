import { uuidv7 } from "uuidv7";
import { expect } from "vitest";
import { filterOf, presetOf } from "#lib/domain/queue-filter.ts";
import { queueViews } from "#lib/domain/queue-views.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import type { Context } from "#lib/server/context.ts";
import { agreementPage } from "#lib/server/queries/agreement-page.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { articleList } from "#lib/server/queries/article-list.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimDiscussion } from "#lib/server/queries/claim-discussion.ts";
import { claimInvites } from "#lib/server/queries/claim-invites.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimRelations } from "#lib/server/queries/claim-relations.ts";
import { claimThreads } from "#lib/server/queries/claim-threads.ts";
import { claimsToQuote } from "#lib/server/queries/claims-to-quote.ts";
import { claimsToRelate } from "#lib/server/queries/claims-to-relate.ts";
import { assignableMembers, colleagues } from "#lib/server/queries/colleagues.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { moreEvidence } from "#lib/server/queries/more-evidence.ts";
import { moreMessages } from "#lib/server/queries/more-messages.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { nextEdition } from "#lib/server/queries/next-edition.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { queueBoard, workload } from "#lib/server/queries/queue-board.ts";
import { queueChoices } from "#lib/server/queries/queue-choices.ts";
import { reportList } from "#lib/server/queries/report-list.ts";
import { reusableEvidence } from "#lib/server/queries/reusable-evidence.ts";
import { queueCounts, queueNeighbours, reviewQueue, waitingCount } from "#lib/server/queries/review-queue.ts";
import { sameClaims } from "#lib/server/queries/same-claims.ts";
import { savedFilters } from "#lib/server/queries/saved-filters.ts";
import { scalePage } from "#lib/server/queries/scale-page.ts";
import { sheetPage } from "#lib/server/queries/sheet-page.ts";
import { sinceSeen } from "#lib/server/queries/since-seen.ts";
import { sourceList } from "#lib/server/queries/source-list.ts";
import { sourcePage } from "#lib/server/queries/source-page.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { wordingsOfArticle } from "#lib/server/queries/wordings-of-article.ts";
import type { World } from "#tests/support/blind-worlds.ts";
import { good, refusal } from "#tests/support/desk.ts";

/** All that `admin` can read of the desk, by the name of what they read it with. */
export async function everythingRead(world: World) {
  const { desk, articleId, claimId, otherId, stagedId, evidenceId } = world;
  const reader = desk.as("admin");
  const claim = good(await claimPage(reader, claimId));
  const source = claim.evidence.find((item) => item.id === evidenceId)?.source.id ?? "";
  const { threads, seconds, isBlind, may, rowVersion, gates, reviewersLeft, ...rest } = claim;
  const { overrideBarredBy, ...checks } = gates;
  // Inviting a member to the desk is nothing done to the claim.
  if (isBlind) expect(Object.values({ ...may, invite: false })).not.toContain(true);
  // As many as the desk asks for, whoever is left.
  if (isBlind) expect(reviewersLeft).toBe(2);
  const related = await claimsToRelate(reader, { claimId: otherId, words: "", where: "article" });
  const found = [...good(related), ...good(await sameClaims(reader, otherId))];
  if (isBlind) for (const one of found) expect(one).toMatchObject({ state: null, verdict: null });
  return {
    claim: { ...rest, threads, checks },
    threads: await claimThreads(reader, claimId),
    invites: await claimInvites(reader, claimId),
    relations: await claimRelations(reader, claimId),
    discussion: await claimDiscussion(reader, claimId),
    since: await sinceSeen(reader, claim),
    alike: found.map(({ state: _, ...choice }) => choice),
    changes: refusal(await compareRevisions(reader, { claimId, from: null, to: null })),
    earlier: refusal(await moreMessages(reader, await aMessage(world))),
    evidence: good(await moreEvidence(reader, { claimId, skip: 0 })),
    agreement: good(await agreementPage(reader, { from: "", to: "" })),
    scale: good(await scalePage(reader)),
    asked: good(await gatesPage(reader)),
    surroundings: good(await surroundingsPage(reader, { after: null })),
    ...(await queueRead(reader, claimId)),
    ...(await articleRead(reader, articleId)),
    edition: await editionRead(reader, { articleId, claimId }),
    quoting: await claimsToQuote(reader),
    next: good(await newVersion(reader, { importId: stagedId, page: 1 })),
    source: good(await sourcePage(reader, { id: source, after: null })),
    sources: await sourceList(reader, { words: "", kind: null, after: null }),
    reusable: good(await reusableEvidence(reader, { claimId: otherId, words: "operations" })),
  };
}

/** A message of the claim's discussion and its thread; ids of nothing where there is none. */
async function aMessage({ desk, claimId }: World) {
  const { db } = desk.as("admin");
  const thread = await db.thread.findFirst({ where: { claimId }, include: { messages: { take: 1 } } });
  return { threadId: thread?.id ?? uuidv7(), before: thread?.messages[0]?.id ?? uuidv7() };
}

/** Each filter tells by what it lets through, by its count, and by where a row stands in its order. */
const filters = [
  ...["open", "progress", "proposed", "returned", "approved", "stale", "withdrawn"].map((author) => ({ author })),
  ...["not-asked", "waiting", "voting", "returned", "approved", "lapsed"].map((reviewer) => ({ reviewer })),
  ...["True", "Half true", "Mostly false", "none"].map((rating) => ({ rating })),
  ...["due", "priority", "updated"].map((order) => ({ order })),
  { words: "crowns" },
  { assignee: "me" },
];

async function queueRead(reader: Context, claimId: string) {
  const views = queueViews.map(async (view) => [view, await reviewQueue(reader, { view, after: null })] as const);
  const filtered = filters.map(async (asked) => {
    const filter = filterOf({ view: "everything", ...asked });
    const { rows, counts, matching, next } = await reviewQueue(reader, { filter, after: null });
    return [JSON.stringify(asked), { counts, matching, next, rows: rows.map((row) => row.number) }] as const;
  });
  return {
    queue: Object.fromEntries(await Promise.all(views)),
    filtered: Object.fromEntries(await Promise.all(filtered)),
    counts: await queueCounts(reader, filterOf({ reviewer: "voting" })),
    board: await queueBoard(reader, presetOf("everything")),
    mine: await queueBoard(reader, presetOf("mine")),
    workload: await workload(reader),
    choices: await queueChoices(reader),
    filters: await savedFilters(reader),
    waiting: await waitingCount(reader),
    neighbours: await queueNeighbours(reader, claimId),
    people: good(await colleagues(reader)),
    members: await assignableMembers(reader),
  };
}

async function articleRead(reader: Context, articleId: string) {
  const report = good(await articleReport(reader, articleId));
  const printed = { ...report, desk: "The desk", generatedAt: "2026-05-12T08:00:00.000Z" };
  const files = await Promise.all(reportFormats.map(async (format) => [format, await writeReport(printed, format)]));
  return {
    article: good(await articlePage(reader, articleId)),
    articles: await articleList(reader, { before: null }),
    reports: await reportList(reader, { before: null }),
    report,
    files: Object.fromEntries(files),
    compared: good(await comparePage(reader, { articleId, from: 1, to: 2, page: 1 })),
    placing: good(await placingPage(reader, { articleId, after: null })),
    versions: good(await versionsPage(reader, articleId)),
    annotations: good(await annotationsPage(reader, { articleId, importId: null })),
    sheet: good(await sheetPage(reader, { articleId, sheetId: null })),
    wordings: good(await wordingsOfArticle(reader, { articleId, filter: "all", after: null })),
  };
}

/** That one owes a second verdict is said in the place of what stands in the way of the claim. */
async function editionRead(reader: Context, { articleId, claimId }: { articleId: string; claimId: string }) {
  const { inTheWay, warnings, ...preview } = good(await editionPreview(reader, articleId));
  const ofOthers = [...inTheWay, ...warnings].filter((one) => one.claimId !== claimId);
  const report = { ...preview.report, desk: "The desk", generatedAt: "2026-05-12T08:00:00.000Z" };
  const document = good(await nextEdition(reader, { articleId, site: "https://desk.example" }));
  return { ...preview, report, ofOthers, document, editions: good(await editionsOfArticle(reader, articleId)) };
}

/** The same without what differs between two desks that are alike: ids, moments, digests, addresses of people. */
export function normalised(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "an-id")
    .replace(/[0-9a-f]{64}/g, "a-digest")
    .replace(/([0-9a-f]{8} ){7}[0-9a-f]{8}/g, "a-digest")
    .replace(/Desk [0-9a-f]{6}/g, "a-desk")
    .replace(/"seq":"\d+"/g, '"seq":"a-number"')
    .replace(/"planVersion":\d+/g, '"planVersion":"a-number"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a-moment")
    .replace(/\d{1,2} \w+ \d{4}, \d\d:\d\d(:\d\d)?/g, "a-moment");
  return JSON.parse(text);
}
