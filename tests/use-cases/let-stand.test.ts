import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { letStand as schema } from "#lib/schemas/let-stand.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { letStand } from "#lib/server/use-cases/let-stand.ts";
import {
  addDraft,
  addEvidence,
  decide,
  good,
  makeArticle,
  makeDesk,
  proposedClaim,
  refusal,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const first = "The board bought two boats in 2021. They carried 212 passengers on the first morning.";
const last = "The service lost 1.9 million crowns last year, the auditors wrote.";
const after = "The service, run at a loss, lost 1.9 million crowns last year, the auditors wrote.";

/** Two verdicts that stood, and lapsed with version 2; a second paragraph's did not. */
async function lapsed(needed = 1) {
  const desk = await makeDesk(fresh.db);
  if (needed > 1) {
    await fresh.db.desk.update({ where: { id: desk.deskId }, data: { approvalsNeeded: needed, voters: needed } });
  }
  const article = await makeArticle(desk.as("checker"), `${first}\n\n${last}`);
  const one = await proposedClaim(desk, article);
  const two = await proposedClaim(desk, article, "the auditors wrote");
  for (const { claimId } of [one, two]) {
    good(await decide(desk.as("editor"), claimId, "approve"));
    if (needed > 1) good(await decide(desk.as("second-editor"), claimId, "approve"));
  }
  await addDraft(desk.as("checker"), article, `${first}\n\n${after}`);
  return { desk, article, one, two };
}

type Desk = Awaited<ReturnType<typeof makeDesk>>;
const rowsFor = async (desk: Desk, who = "editor") => good(await surroundingsPage(desk.as(who), { after: null })).rows;
const asked = (rows: Awaited<ReturnType<typeof rowsFor>>) => ({
  verdicts: rows.map(({ claimId, revisionId, basisDigest }) => ({ claimId, revisionId, basisDigest })),
});
const read = async (desk: Desk, claimId: string) => good(await claimPage(desk.as("viewer"), claimId));

describe("verdicts whose surroundings changed", () => {
  test("are listed with the paragraph then and now", async () => {
    const { desk, one, two } = await lapsed();
    const rows = await rowsFor(desk);
    expect(rows.map((row) => row.claimId)).toEqual([one.claimId, two.claimId]);
    expect(rows[0]).toMatchObject({ before: last, after, barredBy: null, revisionNumber: 1 });
    expect((await rowsFor(desk, "admin")).every((row) => row.barredBy === null)).toBe(true);
    expect((await rowsFor(desk, "checker"))[0]?.barredBy).toMatch(/^You worked on this claim/);
    expect((await rowsFor(desk, "viewer"))[0]?.barredBy).toMatch(/^On this desk an editor/);
  });

  test("stand again, all at once, as new revisions of the same words with the reviewer's approval", async () => {
    const { desk, one, two } = await lapsed();
    const { results } = good(await letStand(desk.as("editor"), asked(await rowsFor(desk))));
    expect(results.map((result) => result.state)).toEqual(["approved", "approved"]);
    for (const { claimId, revisionId } of [one, two]) {
      const claim = await read(desk, claimId);
      expect(claim).toMatchObject({ state: "approved", staleReason: null, changedSince: [] });
      const [latest, earlier] = claim.revisions;
      expect(latest).toMatchObject({ number: 2, rationale: earlier?.rationale, author: earlier?.author });
      expect(latest?.reviews[0]).toMatchObject({ decision: "approve", reviewer: { name: "editor" } });
      const row = await fresh.db.verdictRevision.findFirst({ where: { id: latest?.id ?? "" } });
      expect(row?.standsFromId).toBe(revisionId);
      expect(claim.history.at(-1)?.sentence).toMatch(/^let revision 1 stand again as revision 2/);
    }
    expect(await verifyAudit(fresh.db, desk.deskId)).toMatchObject({ problems: [] });
    expect(await rowsFor(desk)).toEqual([]);
    const { memberId } = desk.as("checker").actor;
    expect(await fresh.db.notice.count({ where: { deskId: desk.deskId, memberId, kind: "approved" } })).toBe(4);
  });

  test("wait for the other votes where the desk asks for two", async () => {
    const { desk, one } = await lapsed(2);
    const rows = (await rowsFor(desk)).filter((row) => row.claimId === one.claimId);
    const { results } = good(await letStand(desk.as("editor"), asked(rows)));
    expect(results[0]?.state).toBe("proposed");
    expect((await read(desk, one.claimId)).state).toBe("proposed");
    good(await decide(desk.as("second-editor"), one.claimId, "approve"));
    expect((await read(desk, one.claimId)).state).toBe("approved");
  });

  test("asked for twice, stand once", async () => {
    const { desk, one, two } = await lapsed();
    const request = asked(await rowsFor(desk));
    const both = await Promise.all([letStand(desk.as("editor"), request), letStand(desk.as("editor"), request)]);
    for (const outcome of both) {
      expect(good(outcome).results.map((result) => result.state)).toEqual(["approved", "approved"]);
    }
    const claimId = { in: [one.claimId, two.claimId] };
    expect(await fresh.db.verdictRevision.count({ where: { claimId } })).toBe(4);
  });
});

describe("one cannot stand, and says why, while the others do", () => {
  test("when more than its surroundings changed since", async () => {
    const { desk, one, two } = await lapsed();
    const request = asked(await rowsFor(desk));
    await addEvidence(desk.as("checker"), one.claimId, "More");
    const { results } = good(await letStand(desk.as("editor"), request));
    expect(results).toMatchObject([
      { claimId: one.claimId, state: "stale", sentence: expect.stringMatching(/^More than the paragraph/) },
      { claimId: two.claimId, state: "approved" },
    ]);
    expect((await rowsFor(desk)).map((row) => row.claimId)).toEqual([]);
  });

  test("when the text changed once more than the reader saw", async () => {
    const { desk, article } = await lapsed();
    const request = asked(await rowsFor(desk));
    await addDraft(desk.as("checker"), article, `${first}\n\n${after} Nobody answered.`);
    const { results } = good(await letStand(desk.as("editor"), request));
    expect(results.map((result) => result.sentence)).toEqual(Array(2).fill(expect.stringMatching(/changed once more/)));
    expect(await fresh.db.verdictRevision.count({ where: { deskId: desk.deskId } })).toBe(2);
  });

  test("when the reader worked on it, whatever their role", async () => {
    const { desk } = await lapsed();
    expect(refusal(await letStand(desk.as("checker"), asked(await rowsFor(desk))))).toBe("forbidden");
    const own = await proposedClaim(desk, await makeArticle(desk.as("checker"), `${first}\n\n${last}`));
    await addEvidence(desk.as("second-editor"), own.claimId, "Theirs");
    const revision = { claimId: own.claimId, revisionId: own.revisionId, basisDigest: "0".repeat(64) };
    const { results } = good(await letStand(desk.as("second-editor"), { verdicts: [revision] }));
    expect(results[0]?.sentence).toMatch(/^You worked on this claim/);
  });

  test("when somebody else let it stand first, or two do at the same instant", async () => {
    const { desk, one } = await lapsed();
    const request = asked((await rowsFor(desk)).filter((row) => row.claimId === one.claimId));
    const both = await Promise.all([letStand(desk.as("editor"), request), letStand(desk.as("second-editor"), request)]);
    const states = both.map((outcome) => good(outcome).results[0]?.state);
    expect(states.toSorted()).toEqual(["approved", "stale"]);
    expect(await fresh.db.verdictRevision.count({ where: { claimId: one.claimId } })).toBe(2);
  });

  test("at most 100 are asked for at once, each once", () => {
    const verdict = () => ({ claimId: uuidv7(), revisionId: uuidv7(), basisDigest: "a".repeat(64) });
    expect(schema.safeParse({ verdicts: Array.from({ length: 100 }, verdict) }).success).toBe(true);
    expect(schema.safeParse({ verdicts: Array.from({ length: 101 }, verdict) }).success).toBe(false);
    const twice = verdict();
    expect(schema.safeParse({ verdicts: [twice, twice] }).success).toBe(false);
  });
});
