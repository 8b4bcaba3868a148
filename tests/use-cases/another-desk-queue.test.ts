import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filterOf } from "#lib/domain/queue-filter.ts";
import { queueBoard, workload } from "#lib/server/queries/queue-board.ts";
import { queueChoices } from "#lib/server/queries/queue-choices.ts";
import { queueCounts, queueNeighbours, reviewQueue } from "#lib/server/queries/review-queue.ts";
import { savedFilters } from "#lib/server/queries/saved-filters.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { bulkRestore } from "#lib/server/use-cases/bulk-restore.ts";
import { bulkWithdraw } from "#lib/server/use-cases/bulk-withdraw.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { reassignWork } from "#lib/server/use-cases/reassign-work.ts";
import { removeFilter, restoreFilter } from "#lib/server/use-cases/remove-filter.ts";
import { saveFilter } from "#lib/server/use-cases/save-filter.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: Awaited<ReturnType<typeof proposedClaim>>;
const filter = { id: uuidv7(), name: "Ours", query: "view=everything", shared: "yes" as const };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
  theirs = await proposedClaim(desk);
  good(await saveFilter(desk.as("editor"), filter));
});
afterAll(() => fresh.close());

describe("the queue of another desk", () => {
  test("is not read, whatever the address names", async () => {
    const intruder = other.as("admin");
    const { memberId } = desk.as("checker").actor;
    for (const address of [
      { view: "everything" },
      { article: theirs.article.id },
      { assignee: memberId },
      { words: "crowns" },
    ]) {
      expect((await reviewQueue(intruder, { filter: filterOf(address), after: null })).rows).toEqual([]);
      expect(await queueCounts(intruder, filterOf(address))).toMatchObject({ matching: 0, counts: { everything: 0 } });
      expect((await queueBoard(intruder, filterOf(address))).columns.flatMap((column) => column.rows)).toEqual([]);
    }
    expect(await queueNeighbours(intruder, theirs.claimId)).toEqual({ earlier: null, later: null });
    expect((await workload(intruder)).some((row) => row.proposed > 0 || row.member?.id === memberId)).toBe(false);
    const { members, articles } = await queueChoices(intruder);
    expect([members.some((member) => member.id === memberId), articles]).toEqual([false, []]);
  });

  test("its claims and people are not there for a change of many", async () => {
    const intruder = other.as("admin");
    const [id, theirMember] = [theirs.claimId, desk.as("checker").actor.memberId];
    const claims = [{ id, planVersion: 1, set: {} }];
    const own = (await proposedClaim(other)).claimId;
    expect(good(await bulkAssign(intruder, { set: { priority: "high" }, claims })).results).toEqual([
      { id, outcome: "not-found" },
    ]);
    const mixed = { set: { assigneeId: theirMember }, claims: [{ id: own, planVersion: 1, set: {} }] };
    expect(refusal(await bulkAssign(intruder, mixed))).toBe("member-gone");
    const ended = await bulkWithdraw(intruder, { reason: "Mine now", claims: [{ id, state: "proposed" }] });
    expect(good(ended).results).toEqual([{ id, outcome: "not-found" }]);
    expect(good(await bulkRestore(intruder, { ids: [id] })).results).toEqual([{ id, outcome: "not-found" }]);
    expect(refusal(await reassignWork(intruder, { memberId: theirMember, to: null }))).toBe("not-found");
    const to = { memberId: other.as("checker").actor.memberId, to: theirMember };
    expect(refusal(await reassignWork(intruder, to))).toBe("member-gone");
    const leaves = { id: other.as("checker").actor.memberId, rowVersion: 1, role: "checker", leaves: "yes" } as const;
    expect(refusal(await changeMember(intruder, { ...leaves, reassignTo: theirMember }))).toBe("member-gone");
    expect(await fresh.db.claim.findFirst({ where: { id } })).toMatchObject({ state: "proposed", priority: "normal" });
  });

  test("its shared filters are not seen, removed or brought back", async () => {
    const intruder = other.as("admin");
    expect(await savedFilters(intruder)).toEqual([]);
    expect(refusal(await removeFilter(intruder, { id: filter.id, rowVersion: 1 }))).toBe("not-found");
    expect(refusal(await restoreFilter(intruder, { id: filter.id, rowVersion: 1 }))).toBe("not-found");
    good(await saveFilter(intruder, { ...filter, name: "Theirs" }));
    expect((await savedFilters(desk.as("viewer"))).map((kept) => kept.name)).toEqual(["Ours"]);
  });

  test("somebody from outside has no queue", async () => {
    const guest = { ...desk.as("viewer") };
    const outside = {
      ...guest,
      actor: { ...guest.actor, outside: { claimId: theirs.claimId, purpose: "review" as const } },
    };
    expect((await reviewQueue(outside, { view: "everything", after: null })).rows).toEqual([]);
    expect(await queueCounts(outside, filterOf({}))).toMatchObject({ matching: 0, counts: { everything: 0 } });
    expect(await workload(outside)).toEqual([]);
    expect((await queueBoard(outside, filterOf({}))).columns).toEqual([]);
    expect(await savedFilters(outside)).toEqual([]);
    expect((await queueChoices(outside)).members).toEqual([]);
    const claims = [{ id: theirs.claimId, planVersion: 1, set: {} }];
    expect(refusal(await bulkAssign(outside, { set: { priority: "low" }, claims }))).toBe("forbidden");
  });
});
