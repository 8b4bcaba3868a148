import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditSentence } from "#lib/domain/audit-sentence.ts";
import { bulkAssign as schema } from "#lib/schemas/plan.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { colleagues } from "#lib/server/queries/colleagues.ts";
import { savedFilters } from "#lib/server/queries/saved-filters.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { bulkWithdraw } from "#lib/server/use-cases/bulk-withdraw.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { reassignWork } from "#lib/server/use-cases/reassign-work.ts";
import { removeFilter, restoreFilter } from "#lib/server/use-cases/remove-filter.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { saveFilter } from "#lib/server/use-cases/save-filter.ts";
import { good, makeArticle, makeClaim, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
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
const all = (planVersion = 1) => ids.map((id) => ({ id, planVersion, set: {} }));
const stored = () =>
  fresh.db.claim.findMany({ where: { deskId: desk.deskId, id: { in: ids } }, orderBy: { id: "asc" } });
const told = (action: string) => fresh.db.auditEntry.count({ where: { deskId: desk.deskId, action } });
const outcomes = (answer: { results: readonly { outcome: string }[] }) =>
  answer.results.map((result) => result.outcome);

describe("assigning many claims", () => {
  test("sets what is named, leaves the rest, tells each claim's history, and is undone by what was before", async () => {
    const before = await stored();
    const answer = good(
      await bulkAssign(desk.as("editor"), { set: { assigneeId: idOf("checker"), priority: "high" }, claims: all() }),
    );
    const after = await stored();
    expect(after.map((claim) => claim.dueAt)).toEqual(before.map((claim) => claim.dueAt));
    expect(after.every((claim) => claim.assigneeId === idOf("checker") && claim.priority === "high")).toBe(true);
    expect(after.every((claim) => claim.state === "progress" && claim.planVersion === claim.rowVersion)).toBe(true);
    expect(await told("claim.assign")).toBe(6);
    const details = await fresh.db.auditDetail.findMany({ where: { deskId: desk.deskId } });
    const sentences = details.map((detail) => auditSentence("claim.assign", JSON.parse(detail.details)));
    expect(sentences.filter((sentence) => sentence === "assigned it to checker")).toHaveLength(6);

    const back = schema.parse({
      claims: answer.results.map((result) =>
        result.outcome === "done" ? { id: result.id, planVersion: result.planVersion, set: result.before } : {},
      ),
    });
    expect(outcomes(good(await bulkAssign(desk.as("editor"), back)))).toEqual(Array(6).fill("done"));
    const plans = (rows: typeof before) =>
      rows.map(({ assigneeId, dueAt, priority }) => ({ assigneeId, dueAt, priority }));
    expect(plans(await stored())).toEqual(plans(before));
  });

  test("sent twice it changes once, and what somebody assigned meanwhile stays", async () => {
    const input = { set: { assigneeId: idOf("checker") }, claims: all() };
    good(await bulkAssign(desk.as("editor"), input));
    expect(outcomes(good(await bulkAssign(desk.as("editor"), input)))).toEqual(Array(6).fill("done"));
    expect(await told("claim.assign")).toBe(6);
    const theirs = { set: { assigneeId: idOf("second-checker") }, claims: all() };
    expect(outcomes(good(await bulkAssign(desk.as("editor"), theirs)))).toEqual(Array(6).fill("changed"));
    expect((await stored()).every((claim) => claim.assigneeId === idOf("checker"))).toBe(true);
  });

  test("checkers take free claims and give up their own; viewers nothing; each claim is answered for by itself", async () => {
    const [first = "", second = "", third = ""] = ids;
    good(
      await bulkAssign(desk.as("editor"), {
        set: { assigneeId: idOf("second-checker") },
        claims: [{ id: first, planVersion: 1, set: {} }],
      }),
    );
    good(await bulkWithdraw(desk.as("editor"), { reason: "Out of scope", claims: [{ id: second, state: "open" }] }));
    const claims = [first, second, third, uuidv7()].map((id) => ({ id, planVersion: 1, set: {} }));
    const taken = good(await bulkAssign(desk.as("checker"), { set: { assigneeId: idOf("checker") }, claims }));
    expect(outcomes(taken)).toEqual(["forbidden", "withdrawn", "done", "not-found"]);
    expect(refusal(await bulkAssign(desk.as("viewer"), { set: { priority: "low" }, claims: all() }))).toBe("forbidden");
    const gone = { set: { assigneeId: idOf("viewer") }, claims: all() };
    expect(refusal(await bulkAssign(desk.as("editor"), gone))).toBe("member-gone");
  });

  test("at most 200 at once, and at least one", () => {
    const claims = Array.from({ length: 201 }, () => ({ id: uuidv7(), planVersion: 1 }));
    expect(schema.safeParse({ claims }).success).toBe(false);
    expect(
      schema.safeParse({ claims: claims.slice(1), set: { assigneeId: "", dueAt: "", priority: "low" } }).success,
    ).toBe(true);
    expect(schema.safeParse({ claims: [] }).success).toBe(false);
  });

  test("two people who assign the same claims in other orders take turns", async () => {
    const there = bulkAssign(desk.as("editor"), { set: { assigneeId: idOf("checker") }, claims: all() });
    const back = bulkAssign(desk.as("second-editor"), {
      set: { assigneeId: idOf("second-checker") },
      claims: all().toReversed(),
    });
    const answers = (await Promise.all([there, back])).map((answer) => new Set(outcomes(good(answer))));
    expect(answers.map((set) => [...set].join()).toSorted()).toEqual(["changed", "done"]);
  });
});

test("withdrawing many frees their words; what changed since it was shown is passed over", async () => {
  const article = await makeArticle(desk.as("checker"));
  const marked = await makeClaim(desk.as("checker"), article, "two boats");
  const { claimId } = await proposedClaim(desk, article);
  const claims = [
    { id: marked.id, state: "progress" as const },
    { id: claimId, state: "progress" as const },
  ];
  const input = { reason: "Not made any more", claims };
  expect(outcomes(good(await bulkWithdraw(desk.as("checker"), input)))).toEqual(["done", "changed"]);
  expect(outcomes(good(await bulkWithdraw(desk.as("checker"), input)))).toEqual(["done", "changed"]);
  expect(await told("claim.withdraw")).toBe(1);
  expect(await fresh.db.placement.count({ where: { claimId: marked.id, active: true } })).toBe(0);
  const { rowVersion } = good(await claimPage(desk.as("checker"), marked.id));
  good(await restoreClaim(desk.as("checker"), { claimId: marked.id, rowVersion }));
  expect(refusal(await bulkWithdraw(desk.as("viewer"), input))).toBe("forbidden");
});

describe("whoever leaves", () => {
  const leave = (reassignTo: string | null) =>
    changeMember(desk.as("admin"), { id: idOf("checker"), rowVersion: 1, role: "checker", leaves: "yes", reassignTo });
  beforeEach(async () => {
    good(await bulkAssign(desk.as("editor"), { set: { assigneeId: idOf("checker") }, claims: all() }));
  });

  test("hands the open work over in one step and keeps their name on the rest", async () => {
    const { members } = good(await colleagues(desk.as("admin")));
    expect(members.find((member) => member.name === "checker")?.openClaims).toBe(6);
    good(await leave(idOf("second-checker")));
    const claims = await stored();
    expect(claims.every((claim) => claim.assigneeId === idOf("second-checker"))).toBe(true);
    expect(claims.every((claim) => claim.createdById === idOf("checker"))).toBe(true);
    expect([await told("work.reassign"), await told("claim.assign"), await told("member.change")]).toEqual([1, 12, 1]);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("leaves the work to nobody where nobody is named, and to no one who left", async () => {
    expect(refusal(await leave(idOf("checker")))).toBe("member-gone");
    expect(refusal(await leave(idOf("viewer")))).toBe("member-gone");
    good(await leave(null));
    expect((await stored()).every((claim) => claim.assigneeId === null)).toBe(true);
    const [id = ""] = ids;
    const rowVersion = (await stored())[0]?.rowVersion ?? 0;
    const late = { claimId: id, rowVersion, assigneeId: idOf("checker"), dueAt: null, priority: "low" as const };
    expect(refusal(await assignClaim(desk.as("editor"), late))).toBe("member-gone");
  });

  test("has no work afterwards, whoever assigns them some at the same moment", async () => {
    for (let round = 0; round < 8; round += 1) {
      desk = await makeDesk(fresh.db);
      ids = await manyClaims(desk.as("checker"), (await makeArticle(desk.as("checker"))).id, 4);
      const assign = bulkAssign(desk.as("editor"), { set: { assigneeId: idOf("checker") }, claims: all() });
      const [left] = await Promise.all([leave(null), assign]);
      good(left);
      expect((await stored()).filter((claim) => claim.assigneeId === idOf("checker"))).toEqual([]);
    }
  });

  test("work is reassigned by itself too, by editors", async () => {
    const input = { memberId: idOf("checker"), to: idOf("second-checker") };
    expect(refusal(await reassignWork(desk.as("second-checker"), input))).toBe("forbidden");
    expect(good(await reassignWork(desk.as("editor"), input)).claims).toBe(6);
    expect(good(await reassignWork(desk.as("editor"), input)).claims).toBe(0);
    expect(refusal(await reassignWork(desk.as("editor"), { ...input, to: idOf("viewer") }))).toBe("member-gone");
  });
});

test("of the last two administrators who remove each other at once, one stays", async () => {
  for (let round = 0; round < 8; round += 1) {
    desk = await makeDesk(fresh.db);
    const second = idOf("editor");
    good(await changeMember(desk.as("admin"), { id: second, rowVersion: 1, role: "admin", leaves: "" }));
    const as = { ...desk.as("editor"), actor: { ...desk.as("editor").actor, role: "admin" as const } };
    const answers = await Promise.all([
      changeMember(desk.as("admin"), { id: second, rowVersion: 2, role: "admin", leaves: "yes" }),
      changeMember(as, { id: idOf("admin"), rowVersion: 1, role: "admin", leaves: "yes" }),
    ]);
    expect(answers.map(refusal).toSorted()).toEqual(["last-administrator", "ok"]);
    const left = await fresh.db.member.count({ where: { deskId: desk.deskId, role: "admin", leftAt: null } });
    expect(left).toBe(1);
  }
});

describe("kept filters", () => {
  const filter = (shared: "yes" | "" = "") => ({
    id: uuidv7(),
    name: "Mine",
    query: "view=everything&due=week",
    shared,
  });
  test("are one's own, or the whole desk's, and come back when they were removed", async () => {
    const own = filter();
    const shared = { ...filter("yes"), name: "Ours" };
    for (const input of [own, own, shared]) good(await saveFilter(desk.as("checker"), input));
    const names = async (name: string) => (await savedFilters(desk.as(name))).map((kept) => kept.name);
    expect([await names("checker"), await names("editor")]).toEqual([["Mine", "Ours"], ["Ours"]]);
    expect(refusal(await saveFilter(desk.as("editor"), own))).toBe("filter-kept");
    expect(refusal(await saveFilter(desk.as("viewer"), filter("yes")))).toBe("forbidden");
    expect(refusal(await removeFilter(desk.as("second-checker"), { id: shared.id, rowVersion: 1 }))).toBe("forbidden");
    expect(refusal(await removeFilter(desk.as("editor"), { id: own.id, rowVersion: 1 }))).toBe("not-found");
    good(await removeFilter(desk.as("editor"), { id: shared.id, rowVersion: 1 }));
    expect(await names("checker")).toEqual(["Mine"]);
    expect(refusal(await restoreFilter(desk.as("editor"), { id: shared.id, rowVersion: 1 }))).toBe("conflict");
    good(await restoreFilter(desk.as("checker"), { id: shared.id, rowVersion: 2 }));
    expect(await names("editor")).toEqual(["Ours"]);
    expect([await told("filter.share"), await told("filter.remove"), await told("filter.restore")]).toEqual([1, 1, 1]);
  });
});
