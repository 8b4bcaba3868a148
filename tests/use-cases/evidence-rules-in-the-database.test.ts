import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mergeSources } from "#lib/server/use-cases/merge-sources.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { addEvidence, good, makeDesk, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());
beforeEach(async () => {
  desk = await makeDesk(fresh.db);
});

const denied = "42501";

async function copyOf(of: TestDesk, sourceId: string): Promise<string> {
  const file = { bytes: new TextEncoder().encode("Two boats."), fileName: "a.txt", contentType: "text/plain" };
  return good(await uploadCapture(of.as("checker"), { id: uuidv7(), sourceId, evidenceId: null, ...file })).id;
}

const override = `INSERT INTO "GateOverride"
  ("deskId", id, "claimId", "revisionId", "revisionNumber", stage, gate, reason, "memberId", "createdAt")
  VALUES ($1, $2, $3, $4, $5, $6, 'origins', $7, $8, now())`;

test("a gate is overridden by an editor who did not work on the claim, for the latest revision, with a reason", async () => {
  const { claimId, revisionId } = await proposedClaim(desk);
  const other = await proposedClaim(desk, undefined, "two boats");
  const by = (name: string, revision: string | null, number: number, reason = "They agree.") => {
    const stage = revision === null ? "propose" : "approve";
    const row = [desk.deskId, randomUUID(), claimId, revision, number, stage, reason, desk.as(name).actor.memberId];
    return fresh.sql(override, row);
  };
  expect(await by("checker", revisionId, 1)).toBe("ST002");
  expect(await by("viewer", revisionId, 1)).toBe("ST002");
  expect(await by("editor", revisionId, 2)).toBe("ST002");
  expect(await by("editor", other.revisionId, 1)).toBe("ST002");
  expect(await by("editor", null, 1)).toBe("ST002");
  expect(await by("editor", revisionId, 1, "")).toBe("23514");
  const outsider = (await makeDesk(fresh.db)).as("editor").actor.memberId;
  const foreign = [desk.deskId, randomUUID(), claimId, revisionId, 1, "approve", "They agree.", outsider];
  expect(await fresh.sql(override, foreign)).not.toBe("ok");
  await addEvidence(desk.as("second-editor"), claimId, "New");
  expect(await by("second-editor", revisionId, 1)).toBe("ST001");
  expect(await by("editor", revisionId, 1)).toBe("ok");
  expect(await fresh.sql(`UPDATE "GateOverride" SET reason = 'other' WHERE "claimId" = $1`, [claimId])).toBe(denied);
});

test("what was kept, seen and sent is never changed or removed", async () => {
  for (const table of ["Capture", "CaptureText", "CaptureAsset", "WatchOutcome", "ReplyAttachment", "GateOverride"]) {
    expect([table, await fresh.sql(`UPDATE "${table}" SET "deskId" = "deskId"`)]).toEqual([table, denied]);
    expect([table, await fresh.sql(`DELETE FROM "${table}"`)]).toEqual([table, denied]);
    expect([table, await fresh.sql(`TRUNCATE "${table}" CASCADE`)]).toEqual([table, denied]);
  }
  for (const table of ["Evidence", "Source", "Watch", "PassageState", "Notice", "ReplyRequest"]) {
    expect([table, await fresh.sql(`DELETE FROM "${table}"`)]).toEqual([table, denied]);
  }
});

test("evidence is bound to copies of its own source and desk, or of one that was merged with it", async () => {
  const { claimId } = await proposedClaim(desk);
  const id = await addEvidence(desk.as("checker"), claimId, "New");
  const { sourceId } = await fresh.db.evidence.findFirstOrThrow({ where: { id } });
  const bind = (captureId: string) =>
    fresh.sql(`UPDATE "Evidence" SET "captureId" = $1 WHERE id = $2`, [captureId, id]);
  const another = await capturedSource(desk.as("checker"), "");
  const copy = await copyOf(desk, another);
  expect(await bind(copy)).toBe("ST007");
  const elsewhere = await makeDesk(fresh.db);
  expect(await bind(await copyOf(elsewhere, await capturedSource(elsewhere.as("checker"), "")))).not.toBe("ok");
  good(await mergeSources(desk.as("editor"), { id: another, intoId: sourceId }));
  expect(await bind(copy)).toBe("ok");
});
