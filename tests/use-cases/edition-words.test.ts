import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import type { NamedEvidence } from "#lib/domain/report.ts";
import { answerWording as answerSchema } from "#lib/schemas/edition.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { answerWording } from "#lib/server/use-cases/answer-wording.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { decide, evidenceInput, good, makeDesk, propose, proposedClaim, refusal } from "#tests/support/desk.ts";
import { approvedClaim, approvedDesk, corrected, published } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { keepCopy } from "#tests/support/kept-copy.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/** A desk with a claim that has this evidence besides, approved and published. */
async function frozenWith(
  evidence: (checker: ReturnType<Awaited<ReturnType<typeof makeDesk>>["as"]>) => Promise<object>,
) {
  const desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const { article, claimId } = await proposedClaim(desk);
  const input = { ...evidenceInput(claimId), ...(await evidence(checker)) };
  good(await linkEvidence(checker, input));
  await propose(checker, claimId);
  good(await decide(desk.as("second-editor"), claimId, "approve"));
  return { desk, claimId, id: input.id, signed: await published(desk, article.id) };
}

function named({ edition }: SignedEdition, id: string): NamedEvidence | undefined {
  const all = edition.report.claims.flatMap((claim) => claim.evidence);
  return all.flatMap((item) => (item.confidential || item.id !== id ? [] : [item]))[0];
}

describe("what is frozen of evidence", () => {
  test("of a confidential source nothing but its description, its kind and what it does", async () => {
    const secret = { title: "§zq1", publication: "§zq2", author: "§zq3", locator: "§zq4", note: "§zq5" };
    const { signed } = await frozenWith(async (checker) => {
      const sourceId = await capturedSource(checker, "https://zq6.example/");
      const text = "They said §zq7 to nobody else.";
      const captureId = await keepCopy(checker, { sourceId, text, address: "https://zq8.example/" });
      const place = { captureId, passageStart: 10, passageEnd: 14, passage: "§zq7" };
      return { ...secret, sourceId, ...place, confidential: true, publicAs: "a clerk of the board" };
    });
    const text = JSON.stringify(signed);
    expect(text).not.toMatch(/§?zq\d/);
    expect(text).toContain("a clerk of the board");
    const { snapshot, proof, correction } = await fresh.db.edition.findUniqueOrThrow({
      where: { id: signed.edition.id },
    });
    expect(`${snapshot}${proof}${correction}`).not.toMatch(/zq\d/);
  });

  test.each([
    ["plain letters", "The board wrote: "],
    ["signs beyond the basic plane", "😀 The 𝒃oard wrote 👩‍🚀: "],
  ])("its place in the copy in code points, after %s", async (_, before) => {
    const passage = "a loss 😀 of 1.9 million";
    const after = " crowns 🎉, and more of it, more than thirty-two signs.";
    const text = `${before}${passage}${after}`;
    const { signed, id } = await frozenWith(async (checker) => {
      const sourceId = await capturedSource(checker, "https://board.example/accounts");
      const captureId = await keepCopy(checker, { sourceId, text, address: "https://board.example/accounts" });
      const [passageStart, passageEnd] = [before.length, before.length + passage.length];
      return { sourceId, captureId, passage, passageStart, passageEnd };
    });
    const points = [...text];
    const start = [...before].length;
    const end = start + [...passage].length;
    expect(named(signed, id)?.selector).toEqual({
      start,
      end,
      prefix: points.slice(Math.max(0, start - 32), start).join(""),
      suffix: points.slice(end, end + 32).join(""),
    });
  });

  test("no place where the passage was not selected in a copy", async () => {
    const { signed, id } = await frozenWith(async () => ({}));
    expect(named(signed, id)).toMatchObject({ selector: null, capture: null });
  });
});

describe("what the writer said of a suggested wording", () => {
  test("is printed, the newest answer alone, and leaves the verdict as it stands", async () => {
    const desk = await makeDesk(fresh.db);
    const { article, claimId } = await proposedClaim(desk);
    const { ratings, rowVersion } = good(await claimPage(desk.as("checker"), claimId));
    const words = { rationale: "So it is.", asOf: "2026-05-09", suggestedWording: "lost 2 million crowns" };
    const verdict = { id: uuidv7(), claimId, rowVersion, ratingId: ratings[0]?.id ?? "", ...words };
    const { id: revisionId } = good(await proposeVerdict(desk.as("checker"), verdict));
    good(await decide(desk.as("second-editor"), claimId, "approve"));
    const answer = { id: uuidv7(), claimId, revisionId, outcome: "refused", note: "Too late." } as const;
    expect(refusal(await answerWording(desk.as("viewer"), answer))).toBe("forbidden");
    good(await answerWording(desk.as("checker"), answer));
    good(await answerWording(desk.as("checker"), answer));
    good(await answerWording(desk.as("editor"), { ...answer, id: uuidv7(), outcome: "accepted", note: "" }));
    expect(await fresh.db.wordingAnswer.count({ where: { claimId } })).toBe(2);
    const { edition } = await published(desk, article.id);
    expect(edition.report.claims[0]?.verdict?.wording).toEqual({
      outcome: "accepted",
      note: "",
      by: "editor",
      at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
    });
  });

  test("needs a suggestion of this claim, and other words where there are others", async () => {
    const { desk, claimId, revisionId } = await approvedDesk(fresh);
    const answer = { id: uuidv7(), claimId, revisionId, outcome: "accepted", note: "" } as const;
    expect(refusal(await answerWording(desk.as("checker"), answer))).toBe("invalid");
    expect(refusal(await answerWording(desk.as("checker"), { ...answer, revisionId: uuidv7() }))).toBe("not-found");
    expect(answerSchema.safeParse({ ...answer, outcome: "other" }).error?.issues[0]?.path).toEqual(["note"]);
  });
});

test("a claim that was withdrawn is printed only where the edition before printed it", async () => {
  const { desk, article, claimId } = await approvedDesk(fresh);
  const dropped = await approvedClaim(desk, article, "bought two boats");
  const reason = "It is no claim.";
  const withdraw = async (id: string) => {
    const { rowVersion } = good(await claimPage(desk.as("editor"), id));
    return good(await withdrawClaim(desk.as("editor"), { claimId: id, rowVersion, reason }));
  };
  await withdraw(dropped.claimId);
  const first = await published(desk, article.id);
  expect(first.edition.report.claims.map((claim) => claim.id)).toEqual([claimId]);
  const other = await approvedClaim(desk, article, "carried 212 passengers");
  await withdraw(claimId);
  const second = await published(desk, article.id, corrected);
  expect(second.edition.report.claims.map((claim) => [claim.id, claim.state])).toEqual([
    [other.claimId, "published"],
    [claimId, "withdrawn"],
  ]);
  expect(second.edition.leftOut).toBe(0);
});
