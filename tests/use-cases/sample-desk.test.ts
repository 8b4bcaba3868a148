import { afterAll, beforeAll, expect, test } from "vitest";
import { claimStates } from "#lib/domain/claim.ts";
import { verifyEveryAudit } from "#lib/server/queries/verify-audit.ts";
import { createSampleDesk } from "#prisma/sample/create-sample-desk.ts";
import { countClaimsByState } from "#tests/support/count-claims.ts";
import { testBlobs } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("the sample desk is made by its people's own work, and shows every state of a claim", async () => {
  const people = await createSampleDesk({ db: fresh.db, blobs: testBlobs }, new Date());
  expect(people.map((person) => person.role).sort()).toEqual(["admin", "checker", "checker", "editor", "editor"]);
  const counts = await countClaimsByState(fresh.db);
  for (const state of claimStates.filter((known) => known !== "published"))
    expect(counts.get(state), state).toBeGreaterThan(0);
  const [check] = await verifyEveryAudit(fresh.db);
  expect(check?.problems).toEqual([]);
  expect(check?.entries).toBeGreaterThan(100);
});
