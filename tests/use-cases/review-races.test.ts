import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { mergeClaims } from "#lib/server/use-cases/merge-claims.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import {
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  propose,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { races } from "#tests/support/races.ts";
import { askedSecond, tryToGive } from "#tests/support/seconds.ts";
import { voteOn, votingDesk } from "#tests/support/votes.ts";

// What two people do at the same instant. `STET_RACES` says how often each of these is run.

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const { rounds, timeout } = races(40);

/** Both in either order, as the round has it: who is called first often comes first. */
function together<A, B>(round: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) return Promise.all([one(), other()]);
  return Promise.all([other(), one()]).then(([second, first]) => [first, second]);
}

async function claimRow(id: string) {
  return await fresh.db.claim.findFirstOrThrow({ where: { id } });
}

describe("two approvals at the same instant", () => {
  test.each([
    { quorum: "one reviewer", needed: 1, voters: 1 },
    { quorum: "two of three", needed: 2, voters: 3 },
    { quorum: "researcher and two editors", needed: 2, voters: 2 },
  ])("$quorum: as many count as are needed, the rest come too late", { timeout }, async ({ needed, voters }) => {
    const desk = await votingDesk(fresh.db, needed, voters);
    const { claimId } = await proposedClaim(desk);
    for (let round = 0; round < rounds; round += 1) {
      const revisionId = await propose(desk.as("checker"), claimId);
      const cast = voteOn(desk, claimId, revisionId);
      const outcomes = await Promise.all(["editor", "second-editor", "admin"].map((name) => cast(name, "approve")));
      const late = Array.from({ length: 3 - needed }, () => "decided-already");
      expect(outcomes.map(refusal).sort()).toEqual([...late, ...Array.from({ length: needed }, () => "ok")]);
      expect(await fresh.db.review.count({ where: { revisionId } })).toBe(needed);
      expect((await claimRow(claimId)).state).toBe("approved");
    }
    expect(await verifyAudit(fresh.db, desk.deskId)).toMatchObject({ problems: [] });
  });

  test("the same person twice, under two ids, votes once", { timeout }, async () => {
    const desk = await votingDesk(fresh.db, 2, 3);
    const { claimId } = await proposedClaim(desk);
    for (let round = 0; round < rounds; round += 1) {
      const revisionId = await propose(desk.as("checker"), claimId);
      const cast = voteOn(desk, claimId, revisionId);
      const outcomes = await Promise.all([cast("editor", "approve"), cast("editor", "return")]);
      expect(outcomes.map(refusal).sort()).toEqual(["already-voted", "ok"]);
      expect((await claimRow(claimId)).state).toBe("proposed");
    }
  });
});

describe("a vote, and at the same instant", () => {
  test("the reviewer's own evidence: nobody approves what they worked on", { timeout }, async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const article = await manyBoats(desk, rounds);
    for (let round = 0; round < rounds; round += 1) {
      const { claimId, revisionId } = await proposedClaim(desk, article, boat(round));
      const who = ["editor", "second-editor", "admin"][round % 3] ?? "editor";
      const [evidence, vote] = await together(
        round,
        () => linkEvidence(desk.as(who), evidenceInput(claimId, `Passage ${round}`)),
        () => voteOn(desk, claimId, revisionId)(who, "approve"),
      );
      expect(refusal(evidence)).toBe("ok");
      expect(["ok", "not-under-review", "contributor-cannot-review"]).toContain(refusal(vote));
      expect((await claimRow(claimId)).state).toBe("stale");
    }
  });

  test("the next revision: the vote counts for the one it was on, or is refused", { timeout }, async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const { claimId } = await proposedClaim(desk);
    for (let round = 0; round < rounds; round += 1) {
      const revisionId = await propose(desk.as("checker"), claimId);
      const { rowVersion, ratings } = good(await claimPage(desk.as("checker"), claimId));
      const words = { rationale: `Put better ${round}.`, asOf: "2026-05-09", suggestedWording: "" };
      const next = { id: uuidv7(), claimId, rowVersion, ratingId: ratings[0]?.id ?? "", ...words };
      const [proposed, vote] = await together(
        round,
        () => proposeVerdict(desk.as("checker"), next),
        () => voteOn(desk, claimId, revisionId)("editor", "approve"),
      );
      expect(["ok", "conflict"]).toContain(refusal(proposed));
      expect(["ok", "revision-outdated"]).toContain(refusal(vote));
      expect((await claimRow(claimId)).state).toBe(proposed.ok ? "proposed" : "approved");
      if (proposed.ok) expect(await fresh.db.review.count({ where: { revisionId: next.id } })).toBe(0);
    }
  });

  test("the reviewer is removed or demoted: it counts, or they no longer review", { timeout }, async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const { claimId } = await proposedClaim(desk);
    const { memberId } = desk.as("editor").actor;
    for (let round = 0; round < rounds; round += 1) {
      const revisionId = await propose(desk.as("checker"), claimId);
      const away =
        round % 4 < 2
          ? { role: "viewer" as const, leaves: "" as const }
          : { role: "editor" as const, leaves: "yes" as const };
      const [removed, vote] = await together(
        round,
        () => change(away),
        () => voteOn(desk, claimId, revisionId)("editor", "approve"),
      );
      expect(refusal(removed)).toBe("ok");
      expect(["ok", "no-longer-reviewer"]).toContain(refusal(vote));
      expect((await claimRow(claimId)).state).toBe(vote.ok ? "approved" : "proposed");
      good(await change({ role: "editor", leaves: "" }));
    }

    async function change(to: { role: "viewer" | "editor"; leaves: "" | "yes" }) {
      const { rowVersion } = await fresh.db.member.findFirstOrThrow({ where: { id: memberId } });
      return await changeMember(desk.as("admin"), { id: memberId, rowVersion, ...to });
    }
  });
});

describe("at the same instant", () => {
  test("the last two administrators demote or remove each other: one stays", { timeout }, async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const [one, other] = [desk.as("admin"), { ...desk.as("editor") }];
    const second = { ...other, actor: { ...other.actor, role: "admin" as const } };
    for (let round = 0; round < rounds; round += 1) {
      const back = { role: "admin" as const, leaves: "" as const };
      for (const { actor } of [one, second]) {
        const { rowVersion, role, leftAt } = await member(actor.memberId);
        if (role === "admin" && leftAt === null) continue;
        good(await changeMember(actor === one.actor ? second : one, { id: actor.memberId, rowVersion, ...back }));
      }
      const versions = [(await member(one.actor.memberId)).rowVersion, (await member(other.actor.memberId)).rowVersion];
      const away =
        round % 4 < 2
          ? { role: "viewer" as const, leaves: "yes" as const }
          : { role: "editor" as const, leaves: "" as const };
      const [first, last] = await together(
        round,
        () => changeMember(one, { id: other.actor.memberId, rowVersion: versions[1] ?? 0, ...away }),
        () => changeMember(second, { id: one.actor.memberId, rowVersion: versions[0] ?? 0, ...away }),
      );
      expect([refusal(first), refusal(last)].sort()).toEqual(["last-administrator", "ok"]);
      const admins = { deskId: desk.deskId, role: "admin" as const, leftAt: null };
      expect(await fresh.db.member.count({ where: admins })).toBe(1);
    }
  });

  test("a second verdict is given and taken back: one of the two", { timeout }, async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const article = await manyBoats(desk, rounds);
    for (let round = 0; round < rounds; round += 1) {
      const { claimId } = await proposedClaim(desk, article, boat(round));
      const id = await askedSecond(desk, claimId, "second-checker");
      const [given, cancelled] = await together(
        round,
        () => tryToGive(desk, { id, claimId }, "second-checker"),
        () => cancelSecond(desk.as("editor"), { id }),
      );
      expect([refusal(given), refusal(cancelled)].sort()).toEqual(["ok", "second-closed"]);
      const stored = await fresh.db.secondVerdict.findFirstOrThrow({ where: { id } });
      expect([stored.givenAt !== null, stored.cancelledAt !== null]).toEqual([given.ok, cancelled.ok]);
    }
  });

  test("two claims are merged into each other: one stays", { timeout }, async () => {
    const desk = await votingDesk(fresh.db, 1, 1);
    const article = await manyBoats(desk, 2 * rounds);
    for (let round = 0; round < rounds; round += 1) {
      const one = await makeClaim(desk.as("checker"), article, boat(2 * round));
      const other = await makeClaim(desk.as("checker"), article, boat(2 * round + 1));
      const merge = (into: typeof one, from: typeof one) =>
        mergeClaims(desk.as("editor"), {
          id: uuidv7(),
          claimId: into.id,
          otherId: from.id,
          rowVersion: into.rowVersion,
          widen: false,
        });
      const outcomes = await together(
        round,
        () => merge(one, other),
        () => merge(other, one),
      );
      expect(outcomes.map(refusal).sort()).toEqual(["claim-withdrawn", "ok"]);
      const states = [(await claimRow(one.id)).state, (await claimRow(other.id)).state];
      expect(states.filter((state) => state === "withdrawn")).toHaveLength(1);
    }
    expect(await verifyAudit(fresh.db, desk.deskId)).toMatchObject({ problems: [] });
  });
});

/** An article with so many sentences, a claim each. */
async function manyBoats(desk: TestDesk, count: number) {
  const sentences = Array.from({ length: count }, (_, at) => boat(at));
  return await makeArticle(desk.as("checker"), sentences.join("\n\n"));
}

const boat = (at: number) => `Boat number ${at} cost ${at + 1} million crowns.`;

async function member(id: string) {
  return await fresh.db.member.findFirstOrThrow({ where: { id } });
}
