import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy, type GatePolicy } from "#lib/domain/gate.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { decide, evidenceInput, good, makeDesk, proposedClaim, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { gateOf, setGate, tryToPropose, workedClaim } from "#tests/support/gates.ts";
import { begin } from "#tests/support/threads.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe("the desk's policy", () => {
  test("is, until somebody chooses, one that warns and never blocks", async () => {
    const desk = await makeDesk(fresh.db);
    expect(good(await gatesPage(desk.as("admin")))).toMatchObject(defaultPolicy);
    const claimId = await workedClaim(desk);
    expect(await gateOf(desk, claimId)).toMatchObject({ outcome: "warns", why: "Evidence 1 has no kept copy." });
    expect(refusal(await tryToPropose(desk, claimId))).toBe("ok");
    expect(refusal(await decide(desk.as("editor"), claimId, "approve"))).toBe("ok");
  });

  test("is an administrator's to change, is on record, and the second of two sees the first's", async () => {
    const desk = await makeDesk(fresh.db);
    const policy: GatePolicy = { ...defaultPolicy, origins: 3 };
    const input = { rowVersion: 1, approvalsNeeded: 2, ...policy };
    for (const who of ["viewer", "checker", "editor"]) {
      expect(refusal(await changeGates(desk.as(who), input))).toBe("forbidden");
      expect(refusal(await gatesPage(desk.as(who)))).toBe("forbidden");
    }
    const both = await Promise.all([1, 2].map(() => changeGates(desk.as("admin"), input)));
    expect(both.map(refusal).sort()).toEqual(["conflict", "ok"]);
    expect(both.find((one) => !one.ok)).toMatchObject({
      error: { current: { origins: "3", "reply-publish": "warn" } },
    });
    expect(good(await gatesPage(desk.as("admin")))).toMatchObject({ origins: 3, approvalsNeeded: 2, rowVersion: 2 });
    const entry = await fresh.db.auditDetail.findFirstOrThrow({
      where: { deskId: desk.deskId },
      orderBy: { seq: "desc" },
    });
    expect(JSON.stringify(entry.details)).toContain("2 → 3");
    expect(await verifyAudit(fresh.db, desk.deskId)).toMatchObject({ problems: [] });
  });
});

describe("a required gate", () => {
  test("refuses a proposal, and names itself; met, it lets it pass", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "origins", { propose: "require" });
    const claimId = await workedClaim(desk);
    const outcome = await tryToPropose(desk, claimId);
    expect(refusal(outcome)).toBe("gate-in-the-way");
    expect(outcome).toMatchObject({ error: { detail: "Two independent origins: One origin of two." } });
    expect(good(await claimPage(desk.as("checker"), claimId)).revisions).toEqual([]);
    const other = { ...evidenceInput(claimId), title: "Minutes", address: "https://county.example/minutes" };
    good(await linkEvidence(desk.as("checker"), other));
    expect(refusal(await tryToPropose(desk, claimId))).toBe("ok");
  });

  test("refuses an approval, and neither a return nor a comment", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "captured", { approve: "require" });
    const { claimId } = await proposedClaim(desk);
    expect(refusal(await decide(desk.as("editor"), claimId, "approve"))).toBe("gate-in-the-way");
    expect(refusal(await decide(desk.as("editor"), claimId, "comment"))).toBe("ok");
    expect(refusal(await decide(desk.as("editor"), claimId, "return"))).toBe("ok");
  });

  test("asks for a reply of a claimant who is named, and a withdrawn request does not count", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "reply", { propose: "require" });
    const claimId = await workedClaim(desk);
    expect(refusal(await tryToPropose(desk, claimId))).toBe("gate-in-the-way");
    const { deskId, memberId } = desk.as("checker").actor;
    const now = new Date();
    const asked = {
      askedOf: "The board",
      channel: "email",
      text: "Is it so?",
      askedAt: now,
      askedById: memberId,
      updatedAt: now,
    };
    const withdrawn = { withdrawnAt: now, withdrawnReason: "Wrong address" };
    await fresh.db.replyRequest.create({ data: { ...asked, ...withdrawn, deskId, id: uuidv7(), claimId } });
    expect(refusal(await tryToPropose(desk, claimId))).toBe("gate-in-the-way");
    await fresh.db.replyRequest.create({ data: { ...asked, deskId, id: uuidv7(), claimId } });
    expect(refusal(await tryToPropose(desk, claimId))).toBe("ok");
  });

  test("sees a thread that is not resolved", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "threads", { propose: "require" });
    const claimId = await workedClaim(desk);
    expect((await gateOf(desk, claimId, "threads"))?.outcome).toBe("met");
    await begin(desk.as("editor"), { claimId });
    expect(await gateOf(desk, claimId, "threads")).toMatchObject({ outcome: "in-the-way", count: "1 open" });
  });
});
