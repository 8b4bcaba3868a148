import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, filterOf, queueOrders } from "#lib/domain/queue-filter.ts";
import type { QueueRow } from "#lib/domain/queue-views.ts";
import type { Context } from "#lib/server/context.ts";
import { queueBoard, workload } from "#lib/server/queries/queue-board.ts";
import { queueNeighbours, reviewQueue, waitingCount } from "#lib/server/queries/review-queue.ts";
import { contributorsOf } from "#lib/server/repositories/claims.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { waysToContribute } from "#tests/support/contributors.ts";
import { decide, good, makeArticle, makeDesk, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { manyClaims } from "#tests/support/many-claims.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function rowsOf(context: Context, address: Record<string, string>): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  let after: string | null = null;
  do {
    const page = await reviewQueue(context, { filter: filterOf(address), after });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}
const numbersOf = async (context: Context, address: Record<string, string>) =>
  (await rowsOf(context, address)).map((row) => row.number).toSorted((a, b) => a - b);

describe("a desk of 130 claims", () => {
  let desk: TestDesk;
  let all: QueueRow[];
  beforeAll(async () => {
    desk = await makeDesk(fresh.db);
    const ids = await manyClaims(desk.as("checker"), (await makeArticle(desk.as("checker"))).id, 130);
    const { memberId } = desk.as("checker").actor;
    const claims = ids.slice(0, 30).map((id) => ({ id, planVersion: 1, set: {} }));
    good(await bulkAssign(desk.as("editor"), { set: { assigneeId: memberId }, claims }));
    all = await rowsOf(desk.as("editor"), { view: "everything" });
  });

  test("pages follow each other without a gap or a repetition, in every order", async () => {
    for (const order of queueOrders) {
      const rows = await rowsOf(desk.as("editor"), { view: "everything", order });
      expect(new Set(rows.map((row) => row.claimId)).size, order).toBe(130);
      const keys = rows.map(({ dueAt, priority }) => ({
        due: dueAt ?? "~",
        rank: "high normal low".indexOf(priority),
      }));
      if (order === "due") expect(keys).toEqual(keys.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)));
      if (order === "priority")
        expect(keys).toEqual(keys.toSorted((a, b) => a.rank - b.rank || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)));
    }
  });

  test("every filter lets through what it says, and all of that", async () => {
    const editor = desk.as("editor");
    const today = editor.now.toISOString().slice(0, 10);
    const within = (row: QueueRow, days: number) =>
      row.dueAt !== null &&
      row.dueAt >= today &&
      row.dueAt < new Date(Date.parse(today) + days * 86_400_000).toISOString();
    const { memberId } = desk.as("checker").actor;
    const laws: [Record<string, string>, (row: QueueRow) => boolean][] = [
      [{ author: "progress" }, (row) => row.state === "progress"],
      [{ author: "open,progress" }, () => true],
      [{ author: "approved" }, () => false],
      [{ reviewer: "not-asked" }, () => true],
      [{ reviewer: "waiting,voting" }, () => false],
      [{ assignee: "nobody" }, (row) => row.assigneeId === null],
      [{ assignee: memberId }, (row) => row.assigneeId === memberId],
      [{ assignee: "me" }, () => false],
      [{ article: all[0]?.articleId ?? "" }, () => true],
      [{ article: uuidv7() }, () => false],
      [{ priority: "high" }, (row) => row.priority === "high"],
      [{ priority: "high,low", assignee: memberId }, (row) => row.priority !== "normal" && row.assigneeId === memberId],
      [{ due: "none" }, (row) => row.dueAt === null],
      [{ due: "overdue" }, (row) => row.dueAt !== null && row.dueAt < today],
      [{ due: "today" }, (row) => within(row, 1)],
      [{ due: "week" }, (row) => within(row, 7)],
      [{ rating: "none" }, () => true],
      [{ rating: "True" }, () => false],
      [{ words: "claim 12" }, (row) => row.statement.includes("12")],
      [{ words: "100% OF_IT \\" }, () => true],
      [{ words: "%12" }, () => false],
      [{ words: "1_0" }, () => false],
    ];
    for (const [address, law] of laws) {
      const expected = all.filter(law).map((row) => row.number);
      expect(await numbersOf(editor, address), JSON.stringify(address)).toEqual(expected.toSorted((a, b) => a - b));
    }
  });

  test("counts, board and workload agree with the rows", async () => {
    const editor = desk.as("editor");
    const page = await reviewQueue(editor, { filter: filterOf({ author: "progress" }), after: null });
    expect(page).toMatchObject({ matching: 30, counts: { everything: 100, unassigned: 100, mine: 0, waiting: 0 } });
    const { columns } = await queueBoard(editor, filterOf({ view: "everything" }));
    expect(columns.map(({ state, count, rows }) => [state, count, rows.length])).toEqual([
      ["open", 100, 15],
      ["progress", 30, 15],
      ["proposed", 0, 0],
      ["returned", 0, 0],
      ["stale", 0, 0],
      ["approved", 0, 0],
    ]);
    const people = await workload(editor);
    expect(people.find((row) => row.member?.name === "checker")).toMatchObject({ open: 30 });
    expect(people.at(-1)).toMatchObject({ member: null, open: 100 });
    const late = all.filter(
      (row) => row.assigneeId !== null && row.dueAt !== null && row.dueAt < editor.now.toISOString().slice(0, 10),
    );
    expect(people.find((row) => row.member?.name === "checker")?.overdue).toBe(late.length);
  });

  test("an address that nobody of ours wrote is no error", async () => {
    const editor = desk.as("editor");
    for (const after of ["", "~", "x~high~y~z", `2026-13-45T99:99:99Z~high~2026-01-01T00:00:00Z~${uuidv7()}`]) {
      expect((await reviewQueue(editor, { filter: filterOf({ view: "everything" }), after })).rows).toHaveLength(50);
    }
    const odd = {
      view: "nothing",
      author: "x",
      due: "ever",
      assignee: "'; DROP",
      words: "\u0000\ud800%",
      rating: "\u0000",
    };
    expect((await reviewQueue(editor, { filter: filterOf(odd), after: null })).rows).toEqual([]);
  });
});

test("what waits is what the database lets this person review, whoever contributed in whichever way", async () => {
  const desk = await makeDesk(fresh.db);
  const made = [(await proposedClaim(desk)).claimId];
  for (const contribute of Object.values(waysToContribute))
    made.push((await contribute(desk, "second-editor")).claimId);
  for (const name of ["editor", "second-editor", "admin", "checker"]) {
    const reader = desk.as(name);
    const states = await fresh.db.claim.findMany({ where: { deskId: desk.deskId }, select: { id: true, state: true } });
    const due: string[] = [];
    for (const { id, state } of states) {
      const contributors = await contributorsOf(fresh.db, desk.deskId, id);
      const isOwn = contributors.some((contributor) => contributor.memberId === reader.actor.memberId);
      if (name !== "checker" && state === "proposed" && !isOwn) due.push(id);
    }
    const rows = await rowsOf(reader, { view: "waiting" });
    expect(rows.map((row) => row.claimId).toSorted(), name).toEqual(due.toSorted());
    expect(await waitingCount(reader)).toBe(due.length);
  }
  const [first = ""] = made;
  expect((await decide(desk.as("editor"), first, "comment")).ok).toBe(true);
  expect((await rowsOf(desk.as("editor"), { view: "waiting" })).map((row) => row.claimId)).toContain(first);
});

describe("author and reviewers are told apart", () => {
  test("from not asked to voting, returned and lapsed", async () => {
    const desk = await makeDesk(fresh.db);
    await fresh.db.desk.update({ where: { id: desk.deskId }, data: { approvalsNeeded: 2, voters: 2 } });
    const { claimId } = await proposedClaim(desk);
    const editor = desk.as("editor");
    const found = async (address: Record<string, string>) => (await rowsOf(editor, address)).length;
    expect([await found({ reviewer: "waiting" }), await found({ reviewer: "voting" })]).toEqual([1, 0]);
    good(await decide(desk.as("second-editor"), claimId, "approve"));
    expect([await found({ reviewer: "waiting" }), await found({ reviewer: "voting" })]).toEqual([0, 1]);
    expect(await found({ rating: "True", author: "proposed" })).toBe(1);
    expect((await rowsOf(editor, { view: "waiting" }))[0]).toMatchObject({ reviewer: { line: "1 of 2 votes" } });
    expect(await rowsOf(desk.as("second-editor"), { view: "waiting" })).toEqual([]);
    good(await decide(editor, claimId, "return"));
    expect([await found({ reviewer: "returned" }), await found({ author: "returned" })]).toEqual([1, 1]);
  });

  test("what somebody is blind for is in progress to them, by every filter, count and column", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, revisionId } = await proposedClaim(desk);
    const { memberId } = desk.as("second-editor").actor;
    const seconds = { deskId: desk.deskId, claimId, revisionId, memberId, askedById: desk.as("editor").actor.memberId };
    await fresh.db.secondVerdict.create({ data: { ...seconds, id: uuidv7(), askedAt: new Date() } });
    const looks = async () => {
      const blind = desk.as("second-editor");
      const page = await reviewQueue(blind, { view: "everything", after: null });
      const narrowed = ["author=proposed", "author=returned", "author=approved", "reviewer=waiting", "reviewer=voting"];
      narrowed.push(
        "rating=True",
        "reviewer=approved",
        "reviewer=returned",
        "view=waiting",
        "view=returned",
        "view=stale",
      );
      for (const query of narrowed) {
        expect(await rowsOf(blind, Object.fromEntries(new URLSearchParams(query))), query).toEqual([]);
      }
      for (const query of ["author=progress", "reviewer=not-asked", "rating=none", "view=unassigned"]) {
        expect(await rowsOf(blind, Object.fromEntries(new URLSearchParams(query))), query).toHaveLength(1);
      }
      expect(page.rows[0]).toMatchObject({
        state: "progress",
        rating: null,
        author: null,
        reviewer: { line: "Not asked" },
      });
      expect(await queueNeighbours(blind, claimId)).toEqual({ earlier: null, later: null });
      const board = await queueBoard(blind, filterOf({ view: "everything" }));
      return JSON.stringify([page, board, await workload(blind), await waitingCount(blind)]);
    };
    const before = await looks();
    good(await decide(desk.as("editor"), claimId, "approve"));
    expect(await looks()).toBe(before);
  });
});

test("an address and its filter say the same", () => {
  const query = "view=everything&author=open%2Cstale&assignee=me&due=week&words=two+boats&order=priority";
  expect(addressOf(filterOf(Object.fromEntries(new URLSearchParams(query))))).toBe(query);
  expect(filterOf({ author: ["stale"], junk: "x" })).toMatchObject({ view: "everything", author: ["stale"] });
  expect(filterOf({})).toMatchObject({ view: "waiting", order: "due" });
});
