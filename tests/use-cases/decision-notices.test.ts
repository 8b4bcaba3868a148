import { afterAll, beforeAll, expect, test } from "vitest";
import { addDraft, decide, good, makeDesk, propose, proposedClaim } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("whoever a decision concerns is told: returned, improved, approved, gone stale; nobody of what they did themselves", async () => {
  const desk = await makeDesk(fresh.db);
  const { claimId, article } = await proposedClaim(desk);
  const kindsOf = async (name: string) => {
    const { deskId, memberId } = desk.as(name).actor;
    const rows = await fresh.db.notice.findMany({ where: { deskId, memberId, claimId }, orderBy: { id: "asc" } });
    return rows.map((row) => row.kind);
  };
  good(await decide(desk.as("editor"), claimId, "return"));
  await propose(desk.as("checker"), claimId, "Half true");
  good(await decide(desk.as("editor"), claimId, "approve"));
  expect(await kindsOf("checker")).toEqual(["returned", "approved"]);
  expect(await kindsOf("editor")).toEqual(["improved"]);
  await addDraft(desk.as("editor"), article, article.text.replace("1.9 million", "2.1 million"));
  expect(await kindsOf("checker")).toEqual(["returned", "approved", "stale"]);
  expect(await kindsOf("editor")).toEqual(["improved"]);
});
