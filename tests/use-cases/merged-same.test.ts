import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { sameClaims } from "#lib/server/queries/same-claims.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";
import { mergeClaims } from "#lib/server/use-cases/merge-claims.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import {
  addEvidence,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { askedSecond, tryToGive } from "#tests/support/seconds.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const read = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("admin"), claimId));

async function pairOf(desk: TestDesk) {
  const one = await proposedClaim(desk);
  const worker = desk.as("editor");
  const other = await makeClaim(worker, one.article, "the auditors wrote");
  await addEvidence(worker, other.id);
  await addEvidence(worker, other.id, "Another passage");
  const { rowVersion } = await read(desk, one.claimId);
  const input = { id: uuidv7(), claimId: one.claimId, otherId: other.id, rowVersion, widen: false };
  return { one, other: await read(desk, other.id), input };
}

describe("what said the same as a merged claim", () => {
  const same = async (desk: TestDesk, claimId: string, otherId: string) =>
    good(await relateClaims(desk.as("checker"), { id: uuidv7(), claimId, otherId }));
  const leaders = async (desk: TestDesk, claimId: string) =>
    (await read(desk, claimId)).relations.flatMap((one) =>
      one.kind === "same" && !one.isLeading ? [one.claim.id] : [],
    );
  const elsewhere = async (desk: TestDesk, words: string) =>
    (await makeClaim(desk.as("checker"), await makeArticle(desk.as("checker")), words)).id;

  test("says the same as the one that stays, and both histories tell it", async () => {
    const desk = await makeDesk(fresh.db);
    const { input, one, other } = await pairOf(desk);
    const follower = await elsewhere(desk, "two boats");
    await same(desk, follower, other.id);
    await same(desk, one.claimId, other.id);
    good(await mergeClaims(desk.as("checker"), input));
    expect(await leaders(desk, follower)).toEqual([one.claimId]);
    expect(await leaders(desk, one.claimId)).toEqual([]);
    expect((await read(desk, other.id)).relations).toMatchObject([{ kind: "merge" }]);
    expect((await read(desk, follower)).history.at(-1)?.sentence).toMatch(/^said that it is the same as claim 1 /);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("or as the one that this takes its verdict from, and never in a chain", async () => {
    const desk = await makeDesk(fresh.db);
    const { input, one, other } = await pairOf(desk);
    const [leader, follower] = [await elsewhere(desk, "two boats"), await elsewhere(desk, "212 passengers")];
    await same(desk, one.claimId, leader);
    await same(desk, follower, other.id);
    good(await mergeClaims(desk.as("checker"), input));
    expect(await leaders(desk, follower)).toEqual([leader]);
    const second = await pairOf(desk);
    await same(desk, second.other.id, leader);
    await same(desk, await elsewhere(desk, "two boats"), second.one.claimId);
    good(await mergeClaims(desk.as("checker"), second.input));
    expect(await leaders(desk, second.one.claimId)).toEqual([]);
  });
});

test("a claim on which somebody owes a second verdict is merged when it is in, or the request taken back", async () => {
  const desk = await makeDesk(fresh.db);
  const one = await proposedClaim(desk);
  const other = await proposedClaim(desk, one.article, "the auditors wrote");
  const id = await askedSecond(desk, other.claimId, "second-checker");
  const { rowVersion } = await read(desk, one.claimId);
  const input = { id: uuidv7(), claimId: one.claimId, otherId: other.claimId, rowVersion, widen: false };
  expect(refusal(await mergeClaims(desk.as("checker"), input))).toBe("second-owed");
  good(await cancelSecond(desk.as("editor"), { id }));
  good(await mergeClaims(desk.as("checker"), input));
});

test("whoever owes a second verdict and worked on what was merged into the claim gives none any more", async () => {
  const desk = await makeDesk(fresh.db);
  const { one, input } = await pairOf(desk);
  const id = await askedSecond(desk, one.claimId, "editor", "admin");
  good(await mergeClaims(desk.as("checker"), input));
  expect(refusal(await tryToGive(desk, { id, claimId: one.claimId }, "editor"))).toBe("second-worked-on-it");
  good(await cancelSecond(desk.as("admin"), { id }));
  expect((await read(desk, one.claimId)).seconds).toMatchObject([{ id, isCancelled: true, given: null }]);
});

test("the same words are suggested, however their quotation marks are set, in whatever article", async () => {
  const desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const said = (words: string) => `The board met in June. ${words} Then it rained.`;
  const words = "It isn’t “free” – it never was.";
  const one = await makeClaim(checker, await makeArticle(checker, said(words)), words);
  for (const other of ['It isn\'t "free" – it never was.', 'It isn\'t "free" - it never was.', words]) {
    const made = await makeClaim(checker, await makeArticle(checker, said(other)), other);
    const found = good(await sameClaims(checker, made.id)).map((claim) => claim.id);
    expect(found, other).toContain(one.id);
  }
  expect(good(await sameClaims(checker, one.id)).length).toBeGreaterThan(1);
});
