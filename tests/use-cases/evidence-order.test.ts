import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { orderEvidence } from "#lib/server/use-cases/order-evidence.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import type { TestDesk } from "#tests/support/desk.ts";
import { addEvidence, decide, good, makeDesk, propose, proposedClaim, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

async function order(claimId: string): Promise<string[]> {
  return good(await claimPage(desk.as("viewer"), claimId)).evidence.map((item) => item.id);
}

async function four() {
  const { claimId, evidenceId } = await proposedClaim(desk);
  const ids = [evidenceId];
  for (const passage of ["two", "three", "four"]) ids.push(await addEvidence(desk.as("checker"), claimId, passage));
  return { claimId, ids };
}

describe("evidence in another order", () => {
  test("stays so, and a standing verdict stands", async () => {
    const { claimId, evidenceId } = await proposedClaim(desk);
    const other = await addEvidence(desk.as("checker"), claimId, "two");
    await propose(desk.as("checker"), claimId);
    good(await decide(desk.as("editor"), claimId, "approve"));
    const change = { claimId, ids: [other, evidenceId], was: [evidenceId, other] };
    good(await orderEvidence(desk.as("second-checker"), change));
    good(await orderEvidence(desk.as("second-checker"), change));
    const claim = good(await claimPage(desk.as("viewer"), claimId));
    expect(claim).toMatchObject({ state: "approved", changedSince: [] });
    expect(claim.evidence.map((item) => [item.id, item.isNew])).toEqual([
      [other, false],
      [evidenceId, false],
    ]);
    expect(claim.contributors.map((person) => person.name)).not.toContain("second-checker");
    expect(claim.history.filter((line) => line.sentence === "put the evidence in another order")).toHaveLength(1);
  });

  test("of some leaves the others in their places", async () => {
    const { claimId, ids } = await four();
    const [a = "", b = "", c = "", d = ""] = ids;
    good(await orderEvidence(desk.as("checker"), { claimId, ids: [d, b], was: [b, d] }));
    expect(await order(claimId)).toEqual([a, d, c, b]);
  });

  test("conflicts when somebody moved or removed one first", async () => {
    const { claimId, ids } = await four();
    const [a = "", b = "", c = "", d = ""] = ids;
    good(await orderEvidence(desk.as("checker"), { claimId, ids: [b, a], was: [a, b] }));
    const late = await orderEvidence(desk.as("editor"), { claimId, ids: [c, a, b, d], was: ids });
    expect(late).toMatchObject({ ok: false, error: { kind: "conflict", current: { ids: [b, a, c, d].join(" ") } } });
    const rowVersion = good(await claimPage(desk.as("checker"), claimId)).evidence[3]?.rowVersion ?? 0;
    good(await removeEvidence(desk.as("checker"), { id: d, rowVersion }));
    expect(refusal(await orderEvidence(desk.as("editor"), { claimId, ids: [d, c], was: [c, d] }))).toBe("conflict");
    expect(await order(claimId)).toEqual([b, a, c]);
  });

  test("mends places that two pieces share", async () => {
    const { claimId, ids } = await four();
    await fresh.db.evidence.updateMany({ where: { deskId: desk.deskId, claimId }, data: { position: 7 } });
    const before = await order(claimId);
    const [a = "", b = "", c = "", d = ""] = before;
    good(await orderEvidence(desk.as("checker"), { claimId, ids: [c, a], was: [a, c] }));
    expect(await order(claimId)).toEqual([c, b, a, d]);
    expect(ids).toHaveLength(4);
  });

  test("is not a viewer's to make, nor one with other ids than were read", async () => {
    const { claimId, ids } = await four();
    const [a = "", b = "", c = ""] = ids;
    const change = { claimId, ids: [b, a], was: [a, b] };
    expect(refusal(await orderEvidence(desk.as("viewer"), change))).toBe("forbidden");
    expect(refusal(await orderEvidence(desk.as("checker"), { ...change, ids: [b, c] }))).toBe("not-found");
    expect(refusal(await orderEvidence(desk.as("checker"), { claimId, ids: [a, a], was: [a, a] }))).toBe("not-found");
  });
});
