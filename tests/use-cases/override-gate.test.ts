import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { waysToContribute } from "#tests/support/contributors.ts";
import { decide, good, makeDesk, propose, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { gateOf, override, setGate, tryToPropose, whyNot, workedClaim } from "#tests/support/gates.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

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
