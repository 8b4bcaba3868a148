import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { adjudicateSecond } from "#lib/server/use-cases/adjudicate-second.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { giveSecond } from "#lib/server/use-cases/give-second.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import {
  addEvidence,
  decide,
  good,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { askedSecond, ownWords, tryToAsk, tryToGive } from "#tests/support/seconds.ts";

let fresh: Fresh;
let desk: TestDesk;
let claimId: string;

beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(async () => {
  desk = await makeDesk(fresh.db);
  ({ claimId } = await proposedClaim(desk));
});
afterAll(() => fresh.close());

const read = async (who: string) => good(await claimPage(desk.as(who), claimId));
const settle = (id: string, who: string, outcome: "first" | "second" | "other" = "second") =>
  adjudicateSecond(desk.as(who), { id, outcome, words: "The auditors' own table decides it." });

describe("asking for a second verdict", () => {
  test("everybody sees that it was asked and of whom, and the person asked hears of it", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    for (const who of ["viewer", "checker", "editor", "second-editor"]) {
      const [second] = (await read(who)).seconds;
      expect(second).toMatchObject({ id, revisionNumber: 1, member: { name: "second-checker" }, given: null });
    }
    const own = await read("second-checker");
    expect(own).toMatchObject({ isBlind: true, seconds: [{ id, revisionNumber: 0 }], revisions: [] });
    const { notices } = good(await noticesPage(desk.as("second-checker"), { after: null }));
    expect(notices.map((notice) => notice.kind)).toEqual(["second-asked"]);
  });

  test("it is an editor's to ask", async () => {
    expect(refusal(await tryToAsk(desk, claimId, "second-checker", "checker"))).toBe("forbidden");
  });

  test("whoever cannot give one apart is refused", async () => {
    for (const who of ["checker", "viewer", "editor"]) {
      expect(refusal(await tryToAsk(desk, claimId, who)), who).toBe("second-from-another");
    }
    await addEvidence(desk.as("second-checker"), claimId, "Another passage");
    await propose(desk.as("checker"), claimId);
    expect(refusal(await tryToAsk(desk, claimId, "second-checker"))).toBe("second-from-another");
    good(await decide(desk.as("second-editor"), claimId, "approve"));
    expect(refusal(await tryToAsk(desk, claimId, "second-editor"))).toBe("second-from-another");
    const { memberId } = desk.as("admin").actor;
    expect(await fresh.sql(insertSql, [desk.deskId, uuidv7(), claimId, await revisionOf(), memberId])).toBe("ok");
    const contributor = desk.as("checker").actor.memberId;
    expect(await fresh.sql(insertSql, [desk.deskId, uuidv7(), claimId, await revisionOf(), contributor])).not.toBe(
      "ok",
    );
  });

  test("nothing to compare with, or somebody asked already", async () => {
    await askedSecond(desk, claimId, "second-checker");
    expect(refusal(await tryToAsk(desk, claimId, "second-editor"))).toBe("second-open");
    const returned = (await proposedClaim(desk)).claimId;
    good(await decide(desk.as("editor"), returned, "return"));
    expect(refusal(await tryToAsk(desk, returned, "second-checker"))).toBe("second-needs-verdict");
  });

  test("the same request sent twice is one, and two editors at once make one", async () => {
    const input = { id: uuidv7(), claimId, memberId: desk.as("second-checker").actor.memberId };
    expect(good(await askSecond(desk.as("editor"), input)).id).toBe(input.id);
    expect(good(await askSecond(desk.as("editor"), input)).id).toBe(input.id);
    const other = (await proposedClaim(desk)).claimId;
    const both = await Promise.all([
      tryToAsk(desk, other, "second-checker", "editor"),
      tryToAsk(desk, other, "second-checker", "second-editor"),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.filter((outcome) => !outcome.ok).map(refusal)).toEqual(["second-open"]);
  });
});

const insertSql = `INSERT INTO "SecondVerdict" ("deskId", id, "claimId", "revisionId", "memberId", "askedById", "askedAt")
  VALUES ($1, $2, $3, $4, $5, $5, now())`;
const revisionOf = async () => (await read("editor")).revisions[0]?.id;

describe("giving it", () => {
  test("reveals both, says whether they agree, and tells the author and whoever asked", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    expect(refusal(await tryToGive(desk, { id, claimId }, "second-editor"))).toBe("not-found");
    good(await tryToGive(desk, { id, claimId, rating: "False" }, "second-checker"));
    const claim = await read("second-checker");
    expect(claim.isBlind).toBe(false);
    expect(claim.revisions[0]?.rationale).toBe("The accounts bear it out.");
    const [second] = (await read("viewer")).seconds;
    expect(second?.given).toMatchObject({ agrees: false, rationale: ownWords.rationale, rating: { label: "False" } });
    for (const who of ["editor", "checker"]) {
      const { notices } = good(await noticesPage(desk.as(who), { after: null }));
      expect(notices.map((notice) => notice.kind)).toContain("second-given");
    }
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("the same rating agrees", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    good(await tryToGive(desk, { id, claimId }, "second-checker"));
    expect((await read("editor")).seconds[0]?.given?.agrees).toBe(true);
  });

  test("once: the same words again are the same verdict, others are refused, also at once", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    const both = await Promise.all([
      tryToGive(desk, { id, claimId, rating: "False" }, "second-checker"),
      tryToGive(desk, { id, claimId, rating: "True" }, "second-checker"),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const label = (await read("editor")).seconds[0]?.given?.rating.label ?? "";
    good(await tryToGive(desk, { id, claimId, rating: label }, "second-checker"));
    const other = label === "True" ? "False" : "True";
    expect(refusal(await tryToGive(desk, { id, claimId, rating: other }, "second-checker"))).toBe("second-closed");
    const change = `UPDATE "SecondVerdict" SET rationale = 'other' WHERE id = $1`;
    expect(await fresh.sql(change, [id])).not.toBe("ok");
  });

  test("conflicts where the evidence changed since its author read it, and binds what stands", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    const { ratings, basisDigest } = await read("second-checker");
    expect(basisDigest).toBe((await read("editor")).revisions[0]?.basisDigest);
    await addEvidence(desk.as("checker"), claimId, "A passage that came meanwhile");
    const given = { id, ratingId: ratings[0]?.id ?? "", ...ownWords, basisDigest };
    const refused = await giveSecond(desk.as("second-checker"), given);
    expect(refusal(refused)).toBe("conflict");
    const present = (await read("second-checker")).basisDigest;
    expect(refused).toMatchObject({ error: { current: { basisDigest: present } } });
    good(await giveSecond(desk.as("second-checker"), { ...given, basisDigest: present }));
    expect((await fresh.db.secondVerdict.findFirstOrThrow({ where: { id } })).basisDigest).toBe(present);
  });

  test("not on a claim that was withdrawn, nor after the request was taken back", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    const { rowVersion } = await read("editor");
    good(await withdrawClaim(desk.as("editor"), { claimId, rowVersion, reason: "Not a claim." }));
    expect(refusal(await tryToGive(desk, { id, claimId }, "second-checker"))).toBe("claim-withdrawn");
    good(await cancelSecond(desk.as("editor"), { id }));
    good(await cancelSecond(desk.as("editor"), { id }));
    expect(refusal(await tryToGive(desk, { id, claimId }, "second-checker"))).toBe("second-closed");
  });
});

describe("taking the request back", () => {
  test("shows the first verdict again, and is not for the person asked", async () => {
    const id = await askedSecond(desk, claimId, "second-editor");
    expect(refusal(await cancelSecond(desk.as("second-editor"), { id }))).toBe("blind-second");
    expect(refusal(await cancelSecond(desk.as("checker"), { id }))).toBe("forbidden");
    good(await cancelSecond(desk.as("editor"), { id }));
    expect((await read("second-editor")).revisions).toHaveLength(1);
    await askedSecond(desk, claimId, "second-checker");
  });

  test("a second verdict that is in stays", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    good(await tryToGive(desk, { id, claimId }, "second-checker"));
    expect(refusal(await cancelSecond(desk.as("editor"), { id }))).toBe("second-closed");
  });

  test("somebody asked who leaves the desk makes room for another, and whoever asked hears of it", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    const { memberId } = desk.as("second-checker").actor;
    good(await changeMember(desk.as("admin"), { id: memberId, rowVersion: 1, role: "checker", leaves: "yes" }));
    const { notices } = good(await noticesPage(desk.as("editor"), { after: null }));
    expect(notices.map((notice) => notice.kind)).toContain("second-ended");
    expect((await read("editor")).history.at(-1)?.sentence).toMatch(/second verdict/);
    expect(refusal(await tryToGive(desk, { id, claimId }, "second-checker"))).not.toBe("ok");
    good(await cancelSecond(desk.as("editor"), { id }));
    expect(refusal(await tryToAsk(desk, claimId, "second-checker"))).toBe("second-from-another");
    await askedSecond(desk, claimId, "second-editor");
    expect((await read("editor")).seconds.map((second) => second.isCancelled)).toEqual([false, true]);
  });
});

test("whoever is asked at the moment they leave owes nothing afterwards", async () => {
  for (let round = 0; round < 6; round += 1) {
    desk = await makeDesk(fresh.db);
    ({ claimId } = await proposedClaim(desk));
    const { memberId } = desk.as("second-checker").actor;
    const leave = { id: memberId, rowVersion: 1, role: "checker", leaves: "yes" } as const;
    const [left] = await Promise.all([
      changeMember(desk.as("admin"), leave),
      tryToAsk(desk, claimId, "second-checker"),
    ]);
    good(left);
    const open = { deskId: desk.deskId, memberId, givenAt: null, cancelledAt: null };
    expect(await fresh.db.secondVerdict.count({ where: open })).toBe(0);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  }
});

describe("settling a disagreement", () => {
  test("is for an editor who gave neither, once, and changes no verdict", async () => {
    const id = await askedSecond(desk, claimId, "second-editor");
    expect(refusal(await settle(id, "editor"))).toBe("second-not-given");
    expect(refusal(await settle(id, "second-editor"))).toBe("blind-second");
    good(await tryToGive(desk, { id, claimId, rating: "False" }, "second-editor"));
    expect(refusal(await settle(id, "checker"))).toBe("forbidden");
    expect(refusal(await settle(id, "second-editor"))).toBe("adjudicator-not-apart");
    const before = await read("viewer");
    good(await settle(id, "editor"));
    good(await settle(id, "editor"));
    expect(refusal(await settle(id, "editor", "first"))).toBe("second-settled");
    expect(refusal(await settle(id, "admin"))).toBe("second-settled");
    const after = await read("viewer");
    expect(after.seconds[0]?.given?.settled).toMatchObject({ outcome: "second", by: { name: "editor" } });
    expect({ ...after, seconds: [], history: [] }).toEqual({ ...before, seconds: [], history: [] });
  });

  test("there is nothing to settle where the two agree", async () => {
    const id = await askedSecond(desk, claimId, "second-checker");
    good(await tryToGive(desk, { id, claimId }, "second-checker"));
    expect(refusal(await settle(id, "editor"))).toBe("second-agrees");
  });
});
