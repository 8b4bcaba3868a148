import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { resolveThread } from "#lib/server/use-cases/resolve-thread.ts";
import { good, makeDesk, proposedClaim } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { askedSecond } from "#tests/support/seconds.ts";
import { begin, reply } from "#tests/support/threads.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const asks = async (context: Context, articleId: string) =>
  good(await articlePage(context, articleId)).claims[0]?.asks ?? null;

test("open discussions ask in the margin until they are resolved, and not whoever judges the claim blind", async () => {
  const desk = await makeDesk(fresh.db);
  const { article, claimId } = await proposedClaim(desk);
  const viewer = desk.as("viewer");
  expect(await asks(viewer, article.id)).toBeNull();
  const first = await begin(desk.as("checker"), { claimId });
  expect(await asks(viewer, article.id)).toBe("1 open discussion");
  await begin(desk.as("editor"), { claimId });
  expect(await asks(viewer, article.id)).toBe("2 open discussions");
  good(await resolveThread(desk.as("checker"), { id: first, rowVersion: 1, reason: "Answered." }));
  expect(await asks(viewer, article.id)).toBe("1 open discussion");
  await askedSecond(desk, claimId, "second-checker");
  expect(await asks(desk.as("second-checker"), article.id)).toBeNull();
});

test("the short story of a claim knows which of its lines were said in passing", async () => {
  const desk = await makeDesk(fresh.db);
  const { claimId } = await proposedClaim(desk);
  const threadId = await begin(desk.as("checker"), { claimId });
  await reply(desk.as("editor"), threadId);
  const { history } = good(await claimPage(desk.as("viewer"), claimId));
  expect(history.slice(-2).map(({ inPassing }) => inPassing)).toEqual([false, true]);
});
