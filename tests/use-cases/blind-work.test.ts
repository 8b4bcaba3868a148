import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { claimsToRelate } from "#lib/server/queries/claims-to-relate.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { lapsedBySurroundings } from "#lib/server/repositories/surroundings.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { bulkAssign } from "#lib/server/use-cases/bulk-assign.ts";
import { bulkWithdraw } from "#lib/server/use-cases/bulk-withdraw.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";
import { mergeClaims } from "#lib/server/use-cases/merge-claims.ts";
import { orderEvidence } from "#lib/server/use-cases/order-evidence.ts";
import { reassignWork } from "#lib/server/use-cases/reassign-work.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { reuseEvidence } from "#lib/server/use-cases/reuse-evidence.ts";
import { reviewPlaces } from "#lib/server/use-cases/review-places.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";
import {
  addDraft,
  decide,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { outsideInput } from "#tests/support/outsiders.ts";
import { askedSecond, tryToAsk } from "#tests/support/seconds.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const memberId = (desk: TestDesk, who: string) => desk.as(who).actor.memberId;

/** A claim on which `admin` owes a second verdict, approved or waiting, and another of the same article. */
async function scene(isApproved: boolean) {
  const desk = await makeDesk(fresh.db);
  const made = await proposedClaim(desk);
  const other = await makeClaim(desk.as("checker"), made.article, "carried 212 passengers");
  await askedSecond(desk, made.claimId, "admin");
  if (isApproved) good(await decide(desk.as("second-editor"), made.claimId, "approve"));
  return { ...made, desk, otherId: other.id };
}

async function assigned(desk: TestDesk, claimId: string, who: string) {
  const { rowVersion } = good(await claimPage(desk.as("editor"), claimId));
  const plan = { assigneeId: memberId(desk, who), dueAt: null, priority: "normal" } as const;
  good(await assignClaim(desk.as("editor"), { claimId, rowVersion, ...plan }));
}

describe("whoever owes a second verdict", () => {
  test("is refused in the same words whatever else they try, decided or not", async () => {
    const tried = async (isApproved: boolean) => {
      const { desk, claimId, otherId, evidenceId, revisionId } = await scene(isApproved);
      const admin = desk.as("admin");
      const [id, rowVersion] = [uuidv7(), 1];
      const said = { id, messageId: id, claimId, text: "Mine.", mentions: [] };
      const results = [
        await beginThread(admin, { ...said, anchor: "verdict", anchorId: revisionId }),
        await beginThread(admin, { ...said, anchor: "claim", anchorId: claimId }),
        await inviteOutsider(admin, outsideInput(claimId, "review")),
        await mergeClaims(admin, { id, claimId, otherId, rowVersion, widen: false }),
        await mergeClaims(admin, { id, claimId: otherId, otherId: claimId, rowVersion, widen: false }),
        await relateClaims(admin, { id, claimId, otherId }),
        await relateClaims(admin, { id, claimId: otherId, otherId: claimId }),
        await orderEvidence(admin, { claimId, ids: [evidenceId], was: [evidenceId] }),
        await removeEvidence(admin, { id: evidenceId, rowVersion }),
        await restoreClaim(admin, { claimId, rowVersion }),
        await reuseEvidence(admin, { id, claimId, from: evidenceId, stance: "context" }),
        await reviewPlaces(admin, { id, claimId, revisionId, comment: "" }),
      ];
      return results.map(refusal);
    };
    const open = await tried(false);
    expect(open).toEqual(await tried(true));
    expect(open.every((rule) => rule === "blind-second" || rule === "first-verdict-hidden")).toBe(true);
  });

  test("learns nothing from changing many claims at once, not even by guessing versions", async () => {
    const answers = async (isApproved: boolean) => {
      const { desk, claimId, otherId } = await scene(isApproved);
      await assigned(desk, claimId, "checker");
      const { rows } = await reviewQueue(desk.as("admin"), { view: "everything", after: null });
      const shown = rows.find((row) => row.claimId === claimId);
      const tries = await Promise.all(
        [1, 2, 3, 5, 8, 20].map(async (planVersion) => {
          const claims = [{ id: claimId, planVersion, set: {} }];
          return good(await bulkAssign(desk.as("admin"), { set: { priority: "high" }, claims })).results[0]?.outcome;
        }),
      );
      const ended = (["progress", "proposed", "approved"] as const).map(async (state) => {
        const claims = [{ id: claimId, state }];
        return good(await bulkWithdraw(desk.as("admin"), { reason: "Over.", claims })).results[0]?.outcome;
      });
      const free = { set: {}, claims: [{ id: otherId, planVersion: 1, set: { priority: "low" as const } }] };
      expect(good(await bulkAssign(desk.as("admin"), free)).results[0]?.outcome).not.toBe("forbidden");
      return [shown?.planVersion, ...tries, ...(await Promise.all(ended))];
    };
    const open = await answers(false);
    expect(open).toEqual([1, ...Array.from({ length: 9 }, () => "forbidden")]);
    expect(await answers(true)).toEqual(open);
  });

  test("hands work over without learning whether the claim is decided", async () => {
    const moved = async (isApproved: boolean) => {
      const { desk, claimId, otherId } = await scene(isApproved);
      for (const id of [claimId, otherId]) await assigned(desk, id, "checker");
      const work = { memberId: memberId(desk, "checker"), to: memberId(desk, "second-checker") };
      const { claims } = good(await reassignWork(desk.as("admin"), work));
      const { assignee } = good(await claimPage(desk.as("admin"), claimId));
      return [claims, assignee?.name];
    };
    expect(await moved(false)).toEqual([2, "second-checker"]);
    expect(await moved(true)).toEqual([2, "second-checker"]);
  });

  test("finds claims to relate in an order that no decision moves", async () => {
    const { desk, article, claimId } = await scene(false);
    const third = await makeClaim(desk.as("checker"), article, "two boats");
    const asked = { claimId: third.id, words: "", where: "article" } as const;
    const found = async (who: string) => good(await claimsToRelate(desk.as(who), asked)).map((one) => one.id);
    const before = await found("admin");
    expect(before).toHaveLength(2);
    good(await decide(desk.as("second-editor"), claimId, "approve"));
    expect(await found("admin")).toEqual(before);
    expect((await found("editor"))[0]).toBe(claimId);
  });
});

test("no page of lapsed verdicts ends at one that its reader is blind for", async () => {
  const desk = await makeDesk(fresh.db);
  const article = await makeArticle(desk.as("checker"));
  const one = (await proposedClaim(desk, article)).claimId;
  const hidden = (await proposedClaim(desk, article, "the auditors wrote")).claimId;
  for (const id of [one, hidden]) good(await decide(desk.as("editor"), id, "approve"));
  await askedSecond(desk, hidden, "second-checker");
  await addDraft(desk.as("checker"), article, article.text.replace("The service", "The service, run at a loss,"));
  const seen = async (who: string) => {
    const { rows } = good(await surroundingsPage(desk.as(who), { after: null }));
    return rows.map((row) => row.claimId);
  };
  expect(await seen("second-editor")).toEqual([one, hidden]);
  expect(await seen("second-checker")).toEqual([one]);
  // The row after the page, by which its cursor is given, is none that is hidden.
  const page = { deskId: desk.deskId, after: null, take: 2, hidden: new Set([hidden]) };
  expect(await lapsedBySurroundings(fresh.db, page)).toHaveLength(1);
});

test("nobody is asked blind who has judged the claim before, or one that shares its verdict", async () => {
  const desk = await makeDesk(fresh.db);
  const { claimId, article } = await proposedClaim(desk);
  good(await decide(desk.as("second-editor"), claimId, "return"));
  await propose(desk.as("checker"), claimId);
  const other = (await makeClaim(desk.as("checker"), article, "carried 212 passengers")).id;
  good(await relateClaims(desk.as("checker"), { id: uuidv7(), claimId: other, otherId: claimId }));
  const { rowVersion } = good(await claimPage(desk.as("second-checker"), other));
  good(await shareVerdict(desk.as("second-checker"), { id: uuidv7(), claimId: other, rowVersion }));
  const ask = async (who: string) => refusal(await tryToAsk(desk, claimId, who));
  expect(await ask("second-editor")).toBe("second-from-another");
  expect(await ask("second-checker")).toBe("second-from-another");
  expect(await ask("admin")).toBe("ok");
});
