import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import { insertRelation } from "#lib/server/repositories/claim-relations.ts";
import { lockShared } from "#lib/server/repositories/shown-outside.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { approvedDesk, published } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { tryToAsk } from "#tests/support/seconds.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const open = { isPublic: true, isIndexed: false, hasClaimPages: false, embargoUntil: null, rowVersion: 0 };
const link = { editionId: null, name: "The magazine", days: 7 };
const openers: Record<string, (desk: TestDesk, articleId: string) => Promise<Outcome<unknown>>> = {
  "the report is opened": (desk, articleId) => openReport(desk.as("second-editor"), { articleId, ...open }),
  "a link is made": (desk, articleId) => shareReport(desk.as("second-editor"), { id: uuidv7(), articleId, ...link }),
};

async function printedDesk() {
  const made = await approvedDesk(fresh);
  await published(made.desk, made.article.id);
  return { ...made, articleId: made.article.id };
}

const waiting = async () => {
  const [row] = await fresh.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count ?? 0;
};

type Work = () => Promise<Outcome<unknown>>;

/** Stops `first` where it writes that this member did it, begins `second`, and lets both go on; what they hear. */
async function halfway(memberId: string, first: Work, second: Work) {
  const both: Promise<Outcome<unknown>>[] = [];
  await fresh.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`;
      both.push(first());
      await expect.poll(waiting).toBe(1);
      let isDone = false;
      both.push(
        second().finally(() => {
          isDone = true;
        }),
      );
      await expect.poll(async () => isDone || (await waiting()) === 2).toBe(true);
    },
    { timeout: 20_000 },
  );
  return (await Promise.all(both)).map(refusal);
}

test.each(Object.entries(openers))("%s while a second verdict is half asked", async (_, opened) => {
  const { desk, articleId, claimId } = await printedDesk();
  const ask = () => tryToAsk(desk, claimId, "admin", "editor");
  const heard = await halfway(desk.as("editor").actor.memberId, ask, () => opened(desk, articleId));
  expect(heard).toEqual(["ok", "second-open"]);
});

test.each(Object.entries(openers))("a second verdict is asked while, by half, %s", async (_, opened) => {
  const { desk, articleId, claimId } = await printedDesk();
  const ask = () => tryToAsk(desk, claimId, "admin", "editor");
  const heard = await halfway(desk.as("second-editor").actor.memberId, () => opened(desk, articleId), ask);
  expect(heard).toEqual(["ok", "second-is-public"]);
});

test("what begins to share a verdict with a claim while its article is waited for is held too", async () => {
  const { desk, articleId, claimId } = await printedDesk();
  const { article, claimId: other } = await proposedClaim(desk);
  const { deskId, memberId } = desk.as("editor").actor;
  const isOtherHeld = async () => {
    const rows = await fresh.db.$queryRaw<object[]>`
      SELECT 1 FROM "Article" WHERE id = ${article.id}::uuid FOR UPDATE SKIP LOCKED`;
    return rows.length === 0;
  };
  const held: Promise<boolean>[] = [];
  await fresh.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Article" WHERE id = ${articleId}::uuid FOR UPDATE`;
    held.push(
      fresh.db.$transaction(async (own) => {
        await lockShared(own, { deskId, memberId, claimIds: [claimId] });
        return await isOtherHeld();
      }),
    );
    await expect.poll(waiting).toBe(1);
    const relation = { id: uuidv7(), kind: "same", claimId: other, otherId: claimId } as const;
    await insertRelation(tx, { ...relation, deskId, memberId, now: new Date() });
  });
  expect(await Promise.all(held)).toEqual([true]);
});
