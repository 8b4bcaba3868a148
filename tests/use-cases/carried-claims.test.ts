import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import {
  addDraft,
  decide,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  proposedClaim,
  type TestDesk,
} from "#tests/support/desk.ts";
import { edited, ferry, paragraphs } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const loss = "lost 1.9 million crowns";

/** An article whose claim on `quote` has an approved verdict. */
async function approved(quote = loss) {
  const desk = await makeDesk(fresh.db);
  const article = await makeArticle(desk.as("checker"), ferry);
  const { claimId } = await proposedClaim(desk, article, quote);
  good(await decide(desk.as("editor"), claimId, "approve"));
  return { desk, article, claimId };
}

const read = async (desk: TestDesk, claimId: string) => good(await claimPage(desk.as("viewer"), claimId));
const wordsOf = async (desk: TestDesk, claimId: string) => {
  const { state, staleReason, placement, quote } = await read(desk, claimId);
  return { state, staleReason, kind: placement.kind, needsPlacing: placement.needsPlacing, quote: quote.quote };
};

describe("a new version carries the claims along", () => {
  test("unchanged words in an unchanged paragraph keep their verdict, wherever the offsets went", async () => {
    const { desk, article, claimId } = await approved();
    const next = await addDraft(desk.as("checker"), article, `A new opening paragraph stands here.\n\n${ferry}`);
    expect(next.version).toMatchObject({ number: 2, latest: 2 });
    expect(await wordsOf(desk, claimId)).toEqual({
      state: "approved",
      staleReason: null,
      kind: "exact",
      needsPlacing: false,
      quote: loss,
    });
    expect(next.text.slice(next.claims[0]?.start, next.claims[0]?.end)).toBe(loss);
    expect(good(await articleReport(desk.as("viewer"), article.id)).summary).toMatchObject({ signedOff: 1, stale: 0 });
    expect((await read(desk, claimId)).placement.before).toEqual({ quote: loss, versionNumber: 1 });
  });

  test("a passage that moved with its neighbours makes nothing stale", async () => {
    const { desk, article, claimId } = await approved();
    const moved = [
      ...paragraphs.filter((text) => !text.includes(loss)),
      paragraphs.find((text) => text.includes(loss)),
    ];
    await addDraft(desk.as("checker"), article, moved.join("\n\n"));
    const { state, kind, quote } = await wordsOf(desk, claimId);
    expect({ state, quote }).toEqual({ state: "approved", quote: loss });
    expect(["moved", "exact"]).toContain(kind);
  });

  test("typography and white space change nothing", async () => {
    const { desk, article, claimId } = await approved("“nobody was surprised”");
    await addDraft(desk.as("checker"), article, ferry.replaceAll("“", '"').replaceAll("”", '"'));
    expect(await wordsOf(desk, claimId)).toMatchObject({
      state: "approved",
      kind: "exact",
      quote: '"nobody was surprised"',
    });
  });

  test("a paragraph that changed around the words makes the verdict stale for that reason", async () => {
    const { desk, article, claimId } = await approved();
    await addDraft(
      desk.as("checker"),
      article,
      edited("the auditors wrote in May", "a rival of the operator wrote in May"),
    );
    expect(await wordsOf(desk, claimId)).toMatchObject({
      state: "stale",
      staleReason: "surroundings",
      kind: "exact",
      needsPlacing: false,
    });
    const { changedSince, history } = await read(desk, claimId);
    expect(changedSince).toEqual(["The paragraph around the quote changed."]);
    expect(history.at(-1)).toMatchObject({ who: "checker", sentence: "made the verdict stale" });
  });

  test("changed words are only offered, and the verdict is stale", async () => {
    const { desk, article, claimId } = await approved();
    const next = await addDraft(desk.as("checker"), article, edited(loss, "lost 2.4 million crowns"));
    expect(await wordsOf(desk, claimId)).toEqual({
      state: "stale",
      staleReason: "quote",
      kind: "changed",
      needsPlacing: true,
      quote: "lost 2.4 million crowns",
    });
    expect(next.toPlace).toBe(1);
    expect(next.claims[0]).toMatchObject({
      needsPlacing: true,
      asks: "The words changed in version 2. Confirm or choose others.",
    });
    const { may, placement, history } = await read(desk, claimId);
    expect(may.propose).toBe(false);
    expect(placement.before).toEqual({ quote: loss, versionNumber: 1 });
    expect(history.map((line) => line.sentence)).toContain("froze version 2, in which the words changed");
  });

  test("words that are gone keep their quote, without a place", async () => {
    const { desk, article, claimId } = await approved();
    const next = await addDraft(
      desk.as("checker"),
      article,
      paragraphs.filter((text) => !text.includes(loss)).join("\n\n"),
    );
    expect(await wordsOf(desk, claimId)).toMatchObject({
      state: "stale",
      kind: "lost",
      needsPlacing: true,
      quote: loss,
    });
    expect(next).toMatchObject({ toPlace: 1, claims: [] });
    expect((await read(desk, claimId)).changedSince).toEqual(["The words are gone from version 2."]);
    const report = good(await articleReport(desk.as("viewer"), article.id));
    expect(report.claims[0]).toMatchObject({ state: "stale", staleReason: "quote", start: 0, end: 0, quote: loss });
  });
});

describe("through several versions", () => {
  test("a passage that is gone in one and back in the next is found again", async () => {
    const { desk, article, claimId } = await approved();
    const checker = desk.as("checker");
    await addDraft(checker, article, paragraphs.filter((text) => !text.includes(loss)).join("\n\n"));
    await addDraft(checker, article, `Something else stands first now.\n\n${ferry}`);
    expect(await wordsOf(desk, claimId)).toMatchObject({ kind: "exact", needsPlacing: false, quote: loss });
    expect((await read(desk, claimId)).placement.before).toEqual({ quote: loss, versionNumber: 1 });
    expect((await read(desk, claimId)).state).toBe("stale");
  });

  test("words that changed and changed back need nobody; words that only stay changed still do", async () => {
    const { desk, article, claimId } = await approved();
    const checker = desk.as("checker");
    const second = edited(loss, "lost 2.4 million crowns");
    await addDraft(checker, article, second);
    await addDraft(checker, article, `${second}\n\nOne more paragraph at the end.`);
    expect(await wordsOf(desk, claimId)).toMatchObject({ kind: "changed", needsPlacing: true });
    expect((await read(desk, claimId)).placement.before).toEqual({ quote: loss, versionNumber: 1 });
    await addDraft(checker, article, `${ferry}\n\nOne more paragraph at the end.`);
    expect(await wordsOf(desk, claimId)).toMatchObject({ kind: "exact", needsPlacing: false, quote: loss });
  });

  test("two claims never settle on one span", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const first = await makeArticle(checker, ferry);
    const claim = await makeClaim(checker, first, loss);
    const without = paragraphs.filter((text) => !text.includes(loss)).join("\n\n");
    await addDraft(checker, first, without);
    const third = await addDraft(checker, first, `${ferry}\n\nThe end of it.`);
    expect(third.claims).toHaveLength(1);
    // The older claim is lost once more; a colleague marks the words anew, then the first text returns.
    await addDraft(checker, first, without);
    const fifth = await addDraft(checker, first, edited(loss, "lost about 1.9 million crowns"));
    const other = await makeClaim(desk.as("second-checker"), fifth, "lost about 1.9 million crowns");
    const sixth = await addDraft(checker, first, ferry);
    const settled = sixth.claims.filter((mark) => !mark.needsPlacing);
    expect(settled.map((mark) => `${mark.start}-${mark.end}`)).toHaveLength(
      new Set(settled.map((mark) => mark.start)).size,
    );
    expect((await read(desk, claim.id)).placement.kind).toBe("exact");
    expect((await read(desk, other.id)).placement.needsPlacing).toBe(true);
  });

  test("withdrawn claims come along and can be restored where they stand then", async () => {
    const { desk, article, claimId } = await approved();
    const checker = desk.as("checker");
    const { rowVersion } = await read(desk, claimId);
    good(await withdrawClaim(checker, { claimId, rowVersion, reason: "Not a fact." }));
    const next = await addDraft(checker, article, `First of all, this.\n\n${edited(loss, "lost 2.4 million crowns")}`);
    expect(next).toMatchObject({ toPlace: 0, claims: [] });
    good(await restoreClaim(checker, { claimId, rowVersion: rowVersion + 1 }));
    expect(await wordsOf(desk, claimId)).toMatchObject({ state: "progress", kind: "changed", needsPlacing: true });
    expect(good(await articlePage(checker, article.id)).toPlace).toBe(1);
  });
});
