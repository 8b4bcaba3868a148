import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presetOf } from "#lib/domain/queue-filter.ts";
import { queueViews } from "#lib/domain/views.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { articleList } from "#lib/server/queries/article-list.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimsToQuote } from "#lib/server/queries/claims-to-quote.ts";
import { colleagues } from "#lib/server/queries/colleagues.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { moreEvidence } from "#lib/server/queries/more-evidence.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { reusableEvidence } from "#lib/server/queries/reusable-evidence.ts";
import { queueNeighbours, reviewQueue, waitingCount } from "#lib/server/queries/review-queue.ts";
import { sourcePage } from "#lib/server/queries/source-page.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { tell } from "#lib/server/repositories/notices.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { readNotices } from "#lib/server/use-cases/read-notices.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { blindScenes, blindWorld, marker, type World } from "#tests/support/blind-worlds.ts";
import { evidenceInput, good, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/** All that `admin` can read of the desk, by the name of what they read it with. */
async function everythingRead({ desk, articleId, claimId, otherId, stagedId, evidenceId }: World) {
  const reader = desk.as("admin");
  const claim = good(await claimPage(reader, claimId));
  const source = claim.evidence.find((item) => item.id === evidenceId)?.source.id ?? "";
  const report = good(await articleReport(reader, articleId));
  const printed = { ...report, desk: "The desk", generatedAt: "2026-05-12T08:00:00.000Z" };
  const files = await Promise.all(reportFormats.map(async (format) => [format, await writeReport(printed, format)]));
  const views = queueViews.map(async (view) => [view, await reviewQueue(reader, { view, after: null })] as const);
  const orders = (["due", "priority", "updated"] as const).map(async (order) => {
    const { rows } = await reviewQueue(reader, { filter: { ...presetOf("everything"), order }, after: null });
    return [order, rows.map((row) => row.claimId).length] as const;
  });
  const { threads, seconds, isBlind, may, rowVersion, gates, reviewersLeft, ...rest } = claim;
  const { overrideBarredBy, ...checks } = gates;
  if (isBlind) expect(Object.values(may)).not.toContain(true);
  // As many as the desk asks for, whoever is left.
  if (isBlind) expect(reviewersLeft).toBe(2);
  return {
    claim: { ...rest, threads, checks },
    evidence: good(await moreEvidence(reader, { claimId, skip: 0 })),
    article: good(await articlePage(reader, articleId)),
    articles: await articleList(reader, { before: null }),
    report,
    files: Object.fromEntries(files),
    queue: Object.fromEntries(await Promise.all(views)),
    orders: Object.fromEntries(await Promise.all(orders)),
    waiting: await waitingCount(reader),
    neighbours: await queueNeighbours(reader, claimId),
    quoting: await claimsToQuote(reader),
    people: good(await colleagues(reader)),
    compared: good(await comparePage(reader, { articleId, from: 1, to: 2, page: 1 })),
    next: good(await newVersion(reader, { importId: stagedId, page: 1 })),
    placing: good(await placingPage(reader, { articleId, after: null })),
    versions: good(await versionsPage(reader, articleId)),
    source: good(await sourcePage(reader, { id: source, after: null })),
    reusable: good(await reusableEvidence(reader, { claimId: otherId, words: "operations" })),
  };
}

/** The same without what differs between two desks that are alike: ids, moments, digests, addresses of people. */
function normalised(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "an-id")
    .replace(/[0-9a-f]{64}/g, "a-digest")
    .replace(/([0-9a-f]{8} ){7}[0-9a-f]{8}/g, "a-digest")
    .replace(/Desk [0-9a-f]{6}/g, "a-desk")
    .replace(/"seq":"\d+"/g, '"seq":"a-number"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a-moment")
    .replace(/\d{1,2} \w+ \d{4}, \d\d:\d\d(:\d\d)?/g, "a-moment");
  return JSON.parse(text);
}

describe.each(blindScenes)("a first verdict that is %s", (scene) => {
  let world: World;
  let twin: World;
  beforeAll(async () => {
    const edited = scene === "stale" || scene === "proposed-again";
    world = await blindWorld(fresh.db, scene, edited);
    twin = await blindWorld(fresh.db, null, edited);
  });

  test("whoever owes a second verdict reads of the desk what they would if nobody had judged the claim", async () => {
    const [seen, before] = [await everythingRead(world), await everythingRead(twin)];
    expect(normalised(seen)).toEqual(normalised(before));
    expect(JSON.stringify(seen)).not.toContain(marker);
  });

  test("and what they do to it is refused in the same words, whatever the verdict", async () => {
    const { desk, claimId, evidenceId } = world;
    const reader = desk.as("admin");
    const { ratings, fields } = good(await claimPage(reader, claimId));
    const stored = await fresh.db.verdictRevision.findFirstOrThrow({ where: { claimId } });
    const words = { ratingId: ratings[0]?.id ?? "", rationale: "Mine.", asOf: "2026-05-09", suggestedWording: "" };
    const id = uuidv7();
    const evidence = { ...evidenceInput(claimId), id: evidenceId, rowVersion: 1 };
    const plan = { assigneeId: null, dueAt: null, priority: "high" } as const;
    const gate = { gate: "captured", stage: "approve", revisionId: stored.id, reason: "Because." } as const;
    const vote = { claimId, revisionId: stored.id, decision: "approve", comment: "" } as const;
    for (const rowVersion of [1, 5, 40]) {
      const tried = [
        await proposeVerdict(reader, { id, claimId, rowVersion, ...words }),
        await reviewVerdict(reader, { id, ...vote }),
        await overrideGate(reader, { id, claimId, ...gate }),
        await overrideGate(reader, { id, claimId, ...gate, stage: "propose", revisionId: null }),
        await editClaim(reader, { id: claimId, rowVersion, ...fields, statement: "Other words." }),
        await linkEvidence(reader, { ...evidenceInput(claimId), id }),
        await editEvidence(reader, evidence),
        await assignClaim(reader, { claimId, rowVersion, ...plan }),
        await withdrawClaim(reader, { claimId, rowVersion, reason: "Mine." }),
        await askSecond(reader, { id, claimId, memberId: desk.as("second-checker").actor.memberId }),
      ];
      expect(tried.map(refusal)).toEqual(tried.map(() => "blind-second"));
    }
  });

  test("nothing about it is told to them but what concerns its evidence", async () => {
    const { desk, claimId } = world;
    const { deskId, memberId } = desk.as("admin").actor;
    const before = good(await noticesPage(desk.as("admin"), { after: null }));
    expect(before.notices.map((notice) => notice.kind)).toEqual(["second-asked", "assigned"].slice(0, before.unread));
    const kinds = ["returned", "approved", "improved", "stale", "second-given", "mention", "passage-gone"] as const;
    await tell(
      fresh.db,
      kinds.map((kind) => ({ deskId, memberId, kind, key: `${kind} x`, claimId, details: {}, at: new Date() })),
    );
    const after = good(await noticesPage(desk.as("admin"), { after: null }));
    expect(after.unread - before.unread).toBe(1);
    expect(after.notices.map((notice) => notice.kind)).toContain("passage-gone");
    expect(after.notices).toHaveLength(before.notices.length + 1);
    good(await readNotices(desk.as("admin"), { id: "" }));
    const held = await fresh.db.notice.count({ where: { memberId, claimId, readAt: null } });
    expect(held).toBe(kinds.length - 1);
  });
});
