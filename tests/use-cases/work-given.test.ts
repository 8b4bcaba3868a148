import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { presetOf } from "#lib/domain/queue-filter.ts";
import { queueBoard, workload } from "#lib/server/queries/queue-board.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { bulkRestore } from "#lib/server/use-cases/bulk-restore.ts";
import { bulkWithdraw } from "#lib/server/use-cases/bulk-withdraw.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { reassignWork } from "#lib/server/use-cases/reassign-work.ts";
import {
  addEvidence,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  proposedClaim,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { manyClaims } from "#tests/support/many-claims.ts";

let fresh: Fresh;
let desk: TestDesk;
let ids: string[];
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());
beforeEach(async () => {
  desk = await makeDesk(fresh.db);
  ids = await manyClaims(desk.as("checker"), (await makeArticle(desk.as("checker"))).id, 6);
});

const idOf = (name: string) => desk.as(name).actor.memberId;
const all = () => ids.map((id) => ({ id, planVersion: 1, set: {} }));
const toldOf = (name: string) =>
  fresh.db.notice.count({ where: { deskId: desk.deskId, memberId: idOf(name), kind: "assigned" } });
const withPerson = (name: string) =>
  fresh.db.claim.count({ where: { deskId: desk.deskId, assigneeId: name === "" ? null : idOf(name) } });

describe("whoever gets work is told", () => {
  test("of each of many claims once, however often it is sent, and not of what they had already", async () => {
    const [first = ""] = ids;
    const one = { set: { assigneeId: idOf("checker") }, claims: [{ id: first, planVersion: 1, set: {} }] };
    good(await bulkAssign(desk.as("editor"), one));
    expect(await toldOf("checker")).toBe(1);
    const many = { set: { assigneeId: idOf("checker") }, claims: all() };
    good(await bulkAssign(desk.as("editor"), many));
    good(await bulkAssign(desk.as("editor"), many));
    expect(await toldOf("checker")).toBe(6);
    const urgent = ids.map((id) => ({ id, planVersion: 2, set: {} }));
    good(await bulkAssign(desk.as("editor"), { set: { priority: "high" }, claims: urgent }));
    expect(await toldOf("checker")).toBe(6);
  });

  test("but not of what they take themselves", async () => {
    good(await bulkAssign(desk.as("checker"), { set: { assigneeId: idOf("checker") }, claims: all() }));
    expect(await toldOf("checker")).toBe(0);
  });

  test("nor of anything where the change is not made", async () => {
    const claims = all().map((claim) => ({ ...claim, planVersion: 9 }));
    good(await bulkAssign(desk.as("editor"), { set: { assigneeId: idOf("checker") }, claims }));
    expect(await toldOf("checker")).toBe(0);
  });

  test("when somebody leaves and their work goes to them", async () => {
    good(await bulkAssign(desk.as("checker"), { set: { assigneeId: idOf("checker") }, claims: all() }));
    const leaves = { id: idOf("checker"), rowVersion: 1, role: "checker", leaves: "yes" } as const;
    good(await changeMember(desk.as("admin"), { ...leaves, reassignTo: idOf("second-checker") }));
    expect(await toldOf("second-checker")).toBe(6);
  });
});

test("work that was handed over in one step goes back in one, with what the answer says", async () => {
  good(await bulkAssign(desk.as("editor"), { set: { assigneeId: idOf("checker") }, claims: all() }));
  const over = { memberId: idOf("checker"), to: idOf("second-checker") };
  const { claims, given, from, to } = good(await reassignWork(desk.as("editor"), over));
  expect({ claims, from, to }).toEqual({ claims: 6, from: "checker", to: "second-checker" });
  expect(await withPerson("second-checker")).toBe(6);
  expect(await toldOf("second-checker")).toBe(6);
  const back = { set: { assigneeId: idOf("checker") }, claims: given.map((claim) => ({ ...claim, set: {} })) };
  const { results } = good(await bulkAssign(desk.as("editor"), back));
  expect(results.map((result) => result.outcome)).toEqual(Array(6).fill("done"));
  expect(await withPerson("checker")).toBe(6);
});

test("claims that were withdrawn together come back together; what cannot is told and stays", async () => {
  const article = await makeArticle(desk.as("checker"));
  const free = await makeClaim(desk.as("checker"), article, "two boats");
  const taken = await makeClaim(desk.as("checker"), article, "212 passengers");
  const ended = [free, taken].map(({ id }) => ({ id, state: "progress" as const }));
  good(await bulkWithdraw(desk.as("checker"), { reason: "The piece was cut", claims: ended }));
  await makeClaim(desk.as("checker"), article, "212 passengers");
  const missing = crypto.randomUUID();
  const wanted = { ids: [free.id, taken.id, missing] };
  const outcomes = async (name: string) =>
    good(await bulkRestore(desk.as(name), wanted)).results.map((result) => result.outcome);
  expect(await outcomes("checker")).toEqual(["done", "changed", "not-found"]);
  expect(await outcomes("checker")).toEqual(["changed", "changed", "not-found"]);
  expect(await outcomes("viewer")).toEqual(["forbidden", "forbidden", "not-found"]);
  const states = await fresh.db.claim.findMany({ where: { id: { in: [free.id, taken.id] } }, orderBy: { id: "asc" } });
  expect(states.map(({ state }) => state)).toEqual(["progress", "withdrawn"]);
});

test("the work of each person says what is due today, and the board why an approval lapsed", async () => {
  const context = desk.as("editor");
  const at = new Date(`${context.now.toISOString().slice(0, 10)}T12:00:00Z`);
  const [first = "", second = ""] = ids;
  await fresh.db.claim.updateMany({ where: { id: { in: ids } }, data: { dueAt: null } });
  await fresh.db.claim.updateMany({
    where: { id: { in: [first, second] } },
    data: { dueAt: at, assigneeId: idOf("checker") },
  });
  const row = (await workload(context)).find(({ member }) => member?.id === idOf("checker"));
  expect(row).toMatchObject({ open: 2, today: 2, overdue: 0 });
  const { claimId } = await proposedClaim(desk);
  await addEvidence(desk.as("second-checker"), claimId);
  const { columns } = await queueBoard(context, presetOf("everything"));
  expect(columns.find(({ state }) => state === "open")).toMatchObject({ count: 6 });
  const [stale] = columns.find(({ state }) => state === "stale")?.rows ?? [];
  expect(stale?.reviewer.reason).toMatch(/^Evidence was .* by second-checker on /);
});
