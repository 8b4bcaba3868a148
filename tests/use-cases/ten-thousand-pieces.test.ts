import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { moreEvidence } from "#lib/server/queries/more-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { orderEvidence } from "#lib/server/use-cases/order-evidence.ts";
import type { TestDesk } from "#tests/support/desk.ts";
import { decide, evidenceInput, good, makeDesk, propose, proposedClaim } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const pieces = 10_000;
let fresh: Fresh;
let desk: TestDesk;
let claim: { claimId: string; articleId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  const { article, claimId, evidenceId } = await proposedClaim(desk);
  claim = { claimId, articleId: article.id };
  const { deskId } = desk;
  const {
    id: _,
    createdAt,
    ...first
  } = await fresh.db.evidence.findUniqueOrThrow({
    where: { deskId_id: { deskId, id: evidenceId } },
  });
  const data = Array.from({ length: pieces - 1 }, (_unused, index) => ({
    ...first,
    ...{ id: uuidv7(), createdAt, position: index + 1, passage: `Piece ${index + 2} says something of its own.` },
  }));
  for (let start = 0; start < data.length; start += 1000) {
    await fresh.db.evidence.createMany({ data: data.slice(start, start + 1000) });
  }
}, 120_000);
afterAll(() => fresh.close());

async function seconds<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const begun = performance.now();
  const value = await work();
  const took = (performance.now() - begun) / 1000;
  console.info(`${what}: ${took.toFixed(2)} s`);
  // wide: the machine may be busy; what grows with the square of the pieces takes minutes
  expect(took).toBeLessThan(20);
  return value;
}

test("a claim with 10,000 pieces of evidence is read, added to, put in order, judged and reported", async () => {
  const checker = desk.as("checker");
  const { claimId, articleId } = claim;
  const page = await seconds("page", async () => good(await claimPage(checker, claimId)));
  expect(page.evidenceCount).toBe(pieces);
  expect(page.evidence).toHaveLength(100);
  const rest = await seconds("more", async () => good(await moreEvidence(checker, { claimId, skip: 9900 })));
  expect(rest.more).toBe(false);
  expect(rest.evidence).toHaveLength(100);
  expect(rest.evidence.at(-1)?.passage).toBe("Piece 10000 says something of its own.");

  const added = evidenceInput(claimId, "The last one");
  await seconds("link", async () => good(await linkEvidence(checker, added)));
  const [a = "", b = "", c = ""] = page.evidence.map((item) => item.id);
  await seconds("order", async () =>
    good(await orderEvidence(checker, { claimId, ids: [added.id, a, b], was: [a, b, added.id] })),
  );
  const after = good(await claimPage(checker, claimId)).evidence.map((item) => item.id);
  expect(after.slice(0, 3)).toEqual([added.id, a, c]);

  await seconds("propose", () => propose(checker, claimId));
  await seconds("approve", async () => good(await decide(desk.as("editor"), claimId, "approve")));
  const report = await seconds("report", async () => good(await articleReport(checker, articleId)));
  expect(report.summary.signedOff).toBe(1);
  expect(report.claims[0]?.evidence).toHaveLength(pieces + 1);
}, 180_000);
