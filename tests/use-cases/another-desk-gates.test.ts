import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy } from "#lib/domain/gate.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: { claimId: string; revisionId: string };
let own: { claimId: string; revisionId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
  theirs = await proposedClaim(desk);
  own = await proposedClaim(other);
});
afterAll(() => fresh.close());

describe("the gates of another desk", () => {
  const words = { gate: "captured", reason: "I would like to." } as const;
  test("its claims are not there to override anything on", async () => {
    const intruder = other.as("admin");
    const at = [
      { stage: "propose", revisionId: null },
      { stage: "approve", revisionId: theirs.revisionId },
    ] as const;
    for (const stage of at) {
      const input = { id: uuidv7(), claimId: theirs.claimId, ...words, ...stage };
      expect(refusal(await overrideGate(intruder, input))).toBe("not-found");
    }
    const mixed = {
      id: uuidv7(),
      ...words,
      stage: "approve",
      claimId: own.claimId,
      revisionId: theirs.revisionId,
    } as const;
    expect(refusal(await overrideGate(other.as("editor"), mixed))).toBe("not-under-review");
    expect(await fresh.db.gateOverride.count()).toBe(0);
  });

  test("a policy is one's own desk's", async () => {
    const change = { rowVersion: 1, approvalsNeeded: 3, ...defaultPolicy, origins: 5 };
    good(await changeGates(other.as("admin"), change));
    expect(good(await gatesPage(other.as("admin")))).toMatchObject({ origins: 5, approvalsNeeded: 3 });
    expect(good(await gatesPage(desk.as("admin")))).toMatchObject({ origins: 2, approvalsNeeded: 1, rowVersion: 1 });
  });

  test("a row cannot name another desk's claim, revision or member, through SQL", async () => {
    const insert = `INSERT INTO "GateOverride" ("deskId", id, "claimId", "revisionId", "revisionNumber", stage, gate, reason, "memberId", "createdAt")
      VALUES ($1, $2, $3, NULL, $4, 'propose', 'captured', 'x', $5, now())`;
    const { memberId } = other.as("editor").actor;
    expect(await fresh.sql(insert, [other.deskId, uuidv7(), theirs.claimId, 1, memberId])).toBe("23503");
    expect(await fresh.sql(insert, [desk.deskId, uuidv7(), theirs.claimId, 2, memberId])).not.toBe("ok");
  });
});
