import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { good } from "#tests/support/desk.ts";
import { approvedClaim, approvedDesk, tryToPublish } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { override, setGate } from "#tests/support/gates.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/** How many statements it takes to look at a report of overridden claims and to publish it. */
async function statements(quotes: readonly string[]): Promise<number> {
  const { desk, article, ...first } = await approvedDesk(fresh);
  await setGate(desk, "captured", { publish: "require" });
  const claims = [first];
  for (const quote of quotes) claims.push(await approvedClaim(desk, article, quote));
  for (const { claimId, revisionId } of claims) {
    good(await override(desk, "second-editor", claimId, { stage: "publish", revisionId }));
  }
  const query = vi.spyOn(Client.prototype, "query");
  try {
    good(await tryToPublish(desk, article.id));
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

test("more claims are published with as many statements, so that 5,000 fit in one transaction", async () => {
  const one = await statements([]);
  expect(one).toBeGreaterThan(10);
  expect(await statements(["two boats", "212 passengers", "the auditors wrote"])).toBe(one);
});
