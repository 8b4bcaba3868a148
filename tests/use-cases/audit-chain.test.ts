import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AuditEvent } from "#lib/domain/audit.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { appendAudit, appendAudits, auditEntriesAfter } from "#lib/server/repositories/audit.ts";
import { makeDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const denied = "42501";

async function deskToTell() {
  const desk = await makeDesk(fresh.db);
  const { deskId } = desk;
  const moment = { deskId, actorId: desk.as("admin").actor.memberId, now: new Date() };
  const event = (said: string): AuditEvent => ({ action: "desk.change", subjectId: deskId, details: { said } });
  const from = (await verifyAudit(fresh.db, deskId)).entries;
  const told = async () => {
    const entries = await auditEntriesAfter(fresh.db, deskId, { seq: BigInt(from), take: 100 });
    return entries.map((entry) => JSON.parse(entry.detail?.details ?? "{}").said);
  };
  return { deskId, moment, event, told };
}

describe("the record", () => {
  test("takes entries at commit, so nobody waits for a transaction that is still at work", async () => {
    const { deskId, moment, event, told } = await deskToTell();
    await fresh.db.$transaction(async (slow) => {
      await appendAudit(slow, moment, event("slow"));
      await appendAudits(slow, moment, [event("slow, second"), event("slow, third")]);
      const quick = fresh.db.$transaction((tx) => appendAudit(tx, moment, event("quick")));
      const waited = sleep(4_000).then(() => "waited");
      expect(await Promise.race([quick.then(() => "went ahead"), waited])).toBe("went ahead");
      expect(await told()).toEqual(["quick"]);
    });
    expect(await told()).toEqual(["quick", "slow", "slow, second", "slow, third"]);
    expect((await verifyAudit(fresh.db, deskId)).problems).toEqual([]);
  });

  test("keeps nothing of a change that was taken back, and no gap", async () => {
    const { deskId, moment, event, told } = await deskToTell();
    const broken = fresh.db.$transaction(async (tx) => {
      await appendAudit(tx, moment, event("taken back"));
      throw new Error("taken back");
    });
    await expect(broken).rejects.toThrow("taken back");
    await fresh.db.$transaction((tx) => appendAudit(tx, moment, event("kept")));
    expect(await told()).toEqual(["kept"]);
    expect((await verifyAudit(fresh.db, deskId)).problems).toEqual([]);
  });

  test("cannot be reached on the way there with the application's role", async () => {
    expect(await fresh.sql('SELECT * FROM "AuditPending"')).toBe(denied);
    expect(await fresh.sql('DELETE FROM "AuditPending"')).toBe(denied);
    expect(await fresh.sql("INSERT INTO \"AuditPending\" (details) VALUES ('')")).toBe(denied);
  });
});
