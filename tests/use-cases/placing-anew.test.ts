import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { withdrawClaims } from "#lib/server/use-cases/withdraw-claims.ts";
import {
  addDraft,
  addEvidence,
  decide,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  refusal,
} from "#tests/support/desk.ts";
import { edited, ferry } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import {
  carried,
  loaned,
  loss,
  newLoss,
  readClaim,
  spanOf,
  threeClaims,
  versionOf,
} from "#tests/support/three-claims.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe("choosing other words", () => {
  test("of another claim is refused", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const article = await makeArticle(checker, ferry);
    const whole = (await makeClaim(checker, article, "The service lost 1.9 million crowns last year")).id;
    const part = (await makeClaim(checker, article, loss)).id;
    const place = async (claimId: string, words: string) => {
      const { rowVersion } = await readClaim(desk, claimId);
      const span = spanOf(article, words);
      return await placeClaim(checker, { claimId, versionId: article.version.id, rowVersion, ...span });
    };
    expect(refusal(await place(whole, loss))).toBe("span-taken");
    expect(refusal(await place(whole, "1.9 million crowns"))).toBe("ok");
    expect(refusal(await place(part, "1.9 million crowns"))).toBe("span-taken");
  });

  test("places a lost claim, makes a standing verdict stale, and undoes a wrong confirmation", async () => {
    const { desk, article, lost, changed, kept, version } = await threeClaims(fresh.db);
    const place = async (name: string, claimId: string, words: string) => {
      const { rowVersion } = await readClaim(desk, claimId);
      const span = spanOf(article, words);
      return await placeClaim(desk.as(name), { claimId, versionId: version.versionId, rowVersion, ...span });
    };
    good(await place("checker", lost, "the council has put off"));
    expect(await readClaim(desk, lost)).toMatchObject({
      quote: { quote: "the council has put off" },
      placement: { kind: "changed", needsPlacing: false, before: { quote: loaned } },
    });

    good(await confirmPlaces(desk.as("checker"), { ...version, claimIds: [changed] }));
    good(await place("second-checker", changed, "the loss is growing"));
    expect((await readClaim(desk, changed)).quote.quote).toBe("the loss is growing");

    await addEvidence(desk.as("checker"), kept);
    await propose(desk.as("checker"), kept);
    good(await decide(desk.as("second-editor"), kept, "approve"));
    good(await place("editor", kept, "212 passengers"));
    const claim = await readClaim(desk, kept);
    expect(claim).toMatchObject({ state: "stale", staleReason: "quote" });
    expect(claim.history.at(-1)?.sentence).toBe("made the verdict stale");
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("of the very words elsewhere is no change of words", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, ferry);
    const { id: claimId } = await makeClaim(checker, first, loss);
    const article = await addDraft(checker, first, `${edited(loss, newLoss)}\n\nThe year before it “${loss}” too.`);
    const { rowVersion, placement } = await readClaim(desk, claimId);
    expect(placement.needsPlacing).toBe(true);
    good(await placeClaim(checker, { claimId, versionId: article.version.id, rowVersion, ...spanOf(article, loss) }));
    expect((await readClaim(desk, claimId)).placement).toMatchObject({ kind: "exact", needsPlacing: false });
  });

  test("refuses words that are none, no reader's, or somebody else's", async () => {
    const { desk, article, changed, lost, kept, version } = await threeClaims(fresh.db);
    const { rowVersion } = await readClaim(desk, changed);
    const versionId = version.versionId;
    const place = (start: number, end: number, more: object = {}) =>
      placeClaim(desk.as("checker"), { claimId: changed, versionId, rowVersion, start, end, ...more });
    const { length } = article.text;
    expect(refusal(await place(0, length + 1))).toBe("span-outside");
    expect(refusal(await place(9, 3))).toBe("span-outside");
    expect(refusal(await place(length - 1, length - 1))).toBe("span-empty");
    const taken = spanOf(article, carried);
    expect(refusal(await place(taken.start, taken.end))).toBe("span-taken");
    expect(refusal(await place(0, 9, { claimId: uuidv7() }))).toBe("not-found");
    expect(refusal(await place(0, 9, { versionId: uuidv7() }))).toBe("not-found");
    expect(refusal(await place(0, 9, { rowVersion: 900 }))).toBe("conflict");
    const viewer = { claimId: changed, versionId, rowVersion, start: 0, end: 9 };
    expect(refusal(await placeClaim(desk.as("viewer"), viewer))).toBe("forbidden");
    const { rowVersion: withdrawn } = await readClaim(desk, lost);
    good(await withdrawClaim(desk.as("checker"), { claimId: lost, rowVersion: withdrawn, reason: "Gone." }));
    expect(refusal(await place(0, 9, { claimId: lost }))).toBe("claim-withdrawn");
    expect((await readClaim(desk, kept)).placement.kind).toBe("exact");
    expect((await readClaim(desk, changed)).placement.needsPlacing).toBe(true);
  });

  test("never through the middle of a character", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, "Ten 👩‍👩‍👧 came to see the boats leave the harbour.");
    const { id: claimId } = await makeClaim(checker, first, "the boats leave");
    const { rowVersion } = await readClaim(desk, claimId);
    const cut = { claimId, versionId: first.version.id, rowVersion, start: 4, end: 7 };
    expect(refusal(await placeClaim(checker, cut))).toBe("span-outside");
  });
});

describe("withdrawing many", () => {
  test("ends those that wait, for one reason, and passes over the others", async () => {
    const { desk, article, changed, lost, kept, version } = await threeClaims(fresh.db);
    const withdraw = (name: string, claimIds: string[], reason = "The new draft no longer says it.") =>
      withdrawClaims(desk.as(name), { ...version, claimIds, reason });
    expect(refusal(await withdraw("viewer", [lost]))).toBe("forbidden");
    expect(refusal(await withdraw("checker", [lost, uuidv7()]))).toBe("not-found");
    expect(refusal(await withdraw("checker", [kept]))).toBe("placement-settled");
    const all = [changed, lost, kept];
    expect(good(await withdraw("checker", all))).toMatchObject({ withdrawn: 2, skipped: 1 });
    expect(good(await withdraw("checker", all))).toMatchObject({ withdrawn: 2, skipped: 1 });
    expect(refusal(await withdraw("checker", [lost], "Another reason."))).toBe("claim-withdrawn");
    expect(good(await articlePage(desk.as("viewer"), article.id))).toMatchObject({
      toPlace: 0,
      claims: [{ id: kept }],
    });
    const { rowVersion, state, withdrawnReason } = await readClaim(desk, lost);
    expect({ state, withdrawnReason }).toEqual({
      state: "withdrawn",
      withdrawnReason: "The new draft no longer says it.",
    });
    good(await restoreClaim(desk.as("checker"), { claimId: lost, rowVersion }));
    expect(await readClaim(desk, lost)).toMatchObject({
      state: "progress",
      placement: { kind: "lost", needsPlacing: true },
    });
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("restoring leaves older versions as they were", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, ferry);
    const { id: claimId, rowVersion } = await makeClaim(checker, first, loss);
    good(await withdrawClaim(checker, { claimId, rowVersion, reason: "Twice." }));
    const second = await makeClaim(checker, first, loss);
    expect(second.id).not.toBe(claimId);
    await addDraft(checker, first, edited(loss, newLoss));
    good(await restoreClaim(checker, { claimId, rowVersion: rowVersion + 1 }));
    expect(good(await articlePage(checker, first.id)).toPlace).toBe(2);
    const version = versionOf(good(await articlePage(checker, first.id)));
    const both = await confirmPlaces(checker, { ...version, claimIds: [claimId, second.id] });
    expect(good(both)).toMatchObject({ confirmed: 1, skipped: 1 });
    expect((await readClaim(desk, claimId)).placement.needsPlacing).toBe(false);
    expect((await readClaim(desk, second.id)).placement.needsPlacing).toBe(true);
  });

  test("restoring does not mind words that are only offered, and minds a claim that stands there", async () => {
    const { desk, article, kept, version } = await threeClaims(fresh.db);
    const checker = desk.as("checker");
    const { rowVersion } = await readClaim(desk, kept);
    good(await withdrawClaim(checker, { claimId: kept, rowVersion, reason: "Twice." }));
    good(await markClaim(checker, { id: uuidv7(), ...version, ...spanOf(article, carried) }));
    expect(refusal(await restoreClaim(checker, { claimId: kept, rowVersion }))).toBe("span-taken");
  });
});
