import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultPolicy, type Gate, type GateMode, type GatePolicy, type GateStage } from "#lib/domain/gate.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { waysToContribute } from "#tests/support/contributors.ts";
import {
  addEvidence,
  decide,
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const quote = "lost 1.9 million crowns";
const whyNot = "The archive burned, and the county confirms it.";

async function setGate(desk: TestDesk, gate: Gate, at: Partial<Record<GateStage, GateMode>>): Promise<void> {
  const { rowVersion, approvalsNeeded } = good(await gatesPage(desk.as("admin")));
  const modes = { ...defaultPolicy.modes, [gate]: { ...defaultPolicy.modes[gate], ...at } };
  good(await changeGates(desk.as("admin"), { rowVersion, approvalsNeeded, origins: 2, modes }));
}

async function tryToPropose(desk: TestDesk, claimId: string) {
  const claim = good(await claimPage(desk.as("checker"), claimId));
  const words = {
    ratingId: claim.ratings[0]?.id ?? "",
    rationale: "So it is.",
    asOf: "2026-05-09",
    suggestedWording: "",
  };
  return await proposeVerdict(desk.as("checker"), { id: uuidv7(), claimId, rowVersion: claim.rowVersion, ...words });
}

type Asked = Partial<Parameters<typeof overrideGate>[1]>;

async function override(desk: TestDesk, who: string, claimId: string, change: Asked = {}) {
  const input = {
    id: uuidv7(),
    claimId,
    gate: "captured",
    stage: "propose",
    revisionId: null,
    reason: whyNot,
  } as const;
  return await overrideGate(desk.as(who), { ...input, ...change });
}

async function gateOf(desk: TestDesk, claimId: string, gate: Gate = "captured") {
  const { gates } = good(await claimPage(desk.as("second-editor"), claimId));
  return gates.checks.find((check) => check.gate === gate);
}

async function workedClaim(desk: TestDesk): Promise<string> {
  const checker = desk.as("checker");
  const claim = await makeClaim(checker, await makeArticle(checker), quote);
  await addEvidence(checker, claim.id);
  return claim.id;
}

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
    const { deskId } = desk;
    const made = await fresh.sql(
      `INSERT INTO "Thread" ("deskId", id, "claimId", anchor, "anchorId", "createdAt") VALUES ($1, $2, $3, 'claim', $3, now())`,
      [deskId, uuidv7(), claimId],
    );
    expect(made).toBe("ok");
    expect(await gateOf(desk, claimId, "threads")).toMatchObject({ outcome: "in-the-way", count: "1 open" });
  });
});

describe("an override", () => {
  test("lets one revision pass, is told with who, when and why, and the next revision needs another", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "captured", { propose: "require", approve: "require" });
    const claimId = await workedClaim(desk);
    expect(refusal(await override(desk, "editor", claimId))).toBe("ok");
    expect(await gateOf(desk, claimId)).toMatchObject({ outcome: "warns", override: { by: "editor", reason: whyNot } });
    expect(refusal(await tryToPropose(desk, claimId))).toBe("ok");
    const revisionId = good(await claimPage(desk.as("editor"), claimId)).revisions[0]?.id ?? "";
    expect(refusal(await decide(desk.as("editor"), claimId, "approve"))).toBe("gate-in-the-way");
    expect(refusal(await override(desk, "editor", claimId, { stage: "approve", revisionId }))).toBe("ok");
    expect(refusal(await decide(desk.as("editor"), claimId, "return"))).toBe("ok");
    expect(refusal(await tryToPropose(desk, claimId))).toBe("gate-in-the-way");
    expect(refusal(await override(desk, "editor", claimId, { stage: "approve", revisionId }))).toBe("not-under-review");
    const history = good(await claimPage(desk.as("viewer"), claimId)).history.map((line) => line.sentence);
    expect(history).toContain(`overrode “Every relied-on source kept”: ${whyNot}`);
  });

  test("is printed with the claim in every format of the report, for the revision that it was for", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "captured", { propose: "require", approve: "require" });
    const claimId = await workedClaim(desk);
    good(await override(desk, "editor", claimId, { reason: "Before the proposal." }));
    good(await tryToPropose(desk, claimId));
    const { articleId, revisions } = good(await claimPage(desk.as("editor"), claimId));
    const revisionId = revisions[0]?.id ?? "";
    good(await override(desk, "second-editor", claimId, { stage: "approve", revisionId, reason: "Before the vote." }));
    good(await decide(desk.as("editor"), claimId, "approve"));
    const report = good(await articleReport(desk.as("viewer"), articleId));
    expect(report.claims[0]?.verdict?.overrides).toMatchObject([
      { gate: "captured", stage: "propose", name: "editor", reason: "Before the proposal." },
      { gate: "captured", stage: "approve", name: "second-editor", reason: "Before the vote." },
    ]);
    for (const format of reportFormats) {
      const text = await writeReport(report, format);
      const words =
        format === "json" ? '"stage":"approve"' : "Gate overridden before it was approved: Sources kept. By second";
      expect(text, format).toContain(words);
      expect(text, format).toContain("Before the proposal.");
    }
  });

  test("is an editor's, never a contributor's, and only of a gate that is in the way", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "captured", { propose: "require" });
    const claimId = await workedClaim(desk);
    expect(refusal(await override(desk, "viewer", claimId))).toBe("forbidden");
    expect(refusal(await override(desk, "second-checker", claimId))).toBe("forbidden");
    expect(refusal(await override(desk, "editor", claimId, { gate: "threads" }))).toBe("gate-not-in-the-way");
    expect(refusal(await override(desk, "editor", claimId, { gate: "origins" }))).toBe("gate-not-in-the-way");
    expect(refusal(await override(desk, "editor", claimId))).toBe("ok");
    expect(refusal(await override(desk, "second-editor", claimId))).toBe("gate-not-in-the-way");
    const barred = good(await claimPage(desk.as("checker"), claimId)).gates.overrideBarredBy;
    expect(barred).toBe("An editor who did not work on this claim may override it with a reason.");
  });

  test.each(Object.entries(waysToContribute))(
    "is refused to whoever %s, by rule and through SQL",
    async (_, contribute) => {
      const desk = await makeDesk(fresh.db);
      const { claimId, revisionId } = await contribute(desk, "admin");
      await setGate(desk, "captured", { approve: "require" });
      const at = { stage: "approve", revisionId } as const;
      expect(refusal(await override(desk, "admin", claimId, at))).toBe("contributor-cannot-override");
      expect(good(await claimPage(desk.as("admin"), claimId)).gates.overrideBarredBy).toMatch(/^You worked on this/);
      const number = good(await claimPage(desk.as("admin"), claimId)).revisions[0]?.number ?? 0;
      const { memberId } = desk.as("admin").actor;
      const insert = `INSERT INTO "GateOverride" ("deskId", id, "claimId", "revisionId", "revisionNumber", stage, gate, reason, "memberId", "createdAt")
      VALUES ($1, $2, $3, $4, $5, $6, 'captured', 'x', $7, now())`;
      expect(await fresh.sql(insert, [desk.deskId, uuidv7(), claimId, revisionId, number, "approve", memberId])).toBe(
        "ST001",
      );
      expect(await fresh.sql(insert, [desk.deskId, uuidv7(), claimId, null, number + 1, "propose", memberId])).toBe(
        "ST001",
      );
    },
  );

  test("is never changed, needs a present revision and an editor, through SQL too", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "captured", { propose: "require" });
    const claimId = await workedClaim(desk);
    good(await override(desk, "editor", claimId));
    const revisionId = await propose(desk.as("checker"), claimId);
    expect(await fresh.sql(`UPDATE "GateOverride" SET reason = 'other' WHERE "claimId" = $1`, [claimId])).not.toBe(
      "ok",
    );
    expect(await fresh.sql(`DELETE FROM "GateOverride" WHERE "claimId" = $1`, [claimId])).not.toBe("ok");
    const insert = `INSERT INTO "GateOverride" ("deskId", id, "claimId", "revisionId", "revisionNumber", stage, gate, reason, "memberId", "createdAt")
      VALUES ($1, $2, $3, $4, $5, $6, 'captured', $7, $8, now())`;
    const by = (who: string, row: readonly unknown[]) =>
      fresh.sql(insert, [desk.deskId, uuidv7(), claimId, ...row, desk.as(who).actor.memberId]);
    expect(await by("second-checker", [revisionId, 1, "approve", "x"])).toBe("ST002");
    expect(await by("editor", [revisionId, 2, "approve", "x"])).toBe("ST002");
    expect(await by("editor", [null, 1, "propose", "x"])).toBe("ST002");
    expect(await by("editor", [null, 2, "approve", "x"])).toBe("23514");
    expect(await by("editor", [revisionId, 1, "approve", ""])).toBe("23514");
    expect(await by("editor", [revisionId, 1, "approve", "x"])).toBe("ok");
  });
});

describe("at the same instant", () => {
  test("the same override sent twice is one, and two of one gate are one", async () => {
    const desk = await makeDesk(fresh.db);
    await setGate(desk, "captured", { propose: "require" });
    const claimId = await workedClaim(desk);
    const id = uuidv7();
    const both = await Promise.all([1, 2].map(() => override(desk, "editor", claimId, { id })));
    expect(both.map(refusal)).toEqual(["ok", "ok"]);
    const other = await workedClaim(desk);
    const two = await Promise.all(["editor", "second-editor"].map((who) => override(desk, who, other)));
    expect(two.map(refusal).sort()).toEqual(["gate-not-in-the-way", "ok"]);
    expect(await fresh.db.gateOverride.count({ where: { deskId: desk.deskId } })).toBe(2);
    expect(refusal(await override(desk, "second-editor", claimId, { id }))).toBe("not-found");
  });

  test("an editor who overrides and edits leaves the gate in the way, whichever comes first", async () => {
    for (let round = 0; round < 6; round += 1) {
      const desk = await makeDesk(fresh.db);
      await setGate(desk, "captured", { propose: "require" });
      const claimId = await workedClaim(desk);
      const { rowVersion, fields } = good(await claimPage(desk.as("editor"), claimId));
      const edit = () =>
        editClaim(desk.as("editor"), { id: claimId, rowVersion, ...fields, statement: "Other words." });
      const change =
        round % 2 === 0 ? [override(desk, "editor", claimId), edit()] : [edit(), override(desk, "editor", claimId)];
      const outcomes = (await Promise.all(change)).map(refusal).filter((one) => one !== "ok");
      expect([[], ["contributor-cannot-override"]]).toContainEqual(outcomes);
      expect((await gateOf(desk, claimId))?.outcome).toBe("in-the-way");
      expect(refusal(await tryToPropose(desk, claimId))).toBe("gate-in-the-way");
    }
  });
});
