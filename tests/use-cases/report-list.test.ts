import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articleList } from "#lib/server/queries/article-list.ts";
import { editionPage } from "#lib/server/queries/edition-page.ts";
import { reportList } from "#lib/server/queries/report-list.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { good, makeArticle, makeDesk, refusal } from "#tests/support/desk.ts";
import { nextEdition, openedReport, publishedSample } from "#tests/support/edition.ts";
import { approvedClaim, approvedDesk, corrected, published, tryToWithdraw } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const first = { before: null };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("the list of reports", () => {
  test("says of each article what is signed off and what was published", async () => {
    const { desk, article } = await approvedDesk(fresh);
    expect((await reportList(desk.as("viewer"), first)).rows).toEqual([
      {
        articleId: article.id,
        title: article.title,
        claims: 1,
        signedOff: 1,
        newest: null,
        openness: "desk",
        embargoUntil: null,
      },
    ]);
    await published(desk, article.id);
    const { edition } = await published(desk, article.id, corrected);
    expect((await reportList(desk.as("viewer"), first)).rows).toMatchObject([
      { signedOff: 1, newest: { id: edition.id, number: 2, publishedAt: edition.publishedAt, isWithdrawal: false } },
    ]);
    good(await tryToWithdraw(desk, article.id));
    expect((await reportList(desk.as("viewer"), first)).rows).toMatchObject([
      { newest: { number: 3, isWithdrawal: true } },
    ]);
  });

  test("says who may read it, and until when nobody outside", async () => {
    const desk = await makeDesk(fresh.db);
    const { articleId } = await publishedSample(desk.as("editor"));
    const until = inDays(1);
    await openedReport(desk.as("editor"), articleId, { embargoUntil: until });
    const at = async (now: Date) => (await reportList({ ...desk.as("viewer"), now }, first)).rows[0];
    expect(await at(new Date())).toMatchObject({ openness: "embargo", embargoUntil: until.toISOString() });
    expect(await at(inDays(2))).toMatchObject({ openness: "public", embargoUntil: null });
  });

  test("passes over the editions that print a claim on which the reader owes a second verdict", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    await published(desk, article.id);
    const blind = desk.as("second-checker");
    const asked = { id: uuidv7(), claimId, memberId: blind.actor.memberId };
    good(await askSecond(desk.as("editor"), asked));
    expect((await reportList(blind, first)).rows).toMatchObject([{ claims: 1, signedOff: 0, newest: null }]);
    expect((await reportList(desk.as("viewer"), first)).rows).toMatchObject([{ newest: { number: 1 } }]);
    const { edition } = await published(desk, (await approvedClaim(desk)).article.id);
    const [newest] = (await reportList(blind, first)).rows;
    expect(newest).toMatchObject({ signedOff: 1, newest: { id: edition.id } });
  });

  test("shows an earlier edition to whoever must not see the later one", async () => {
    const { desk, article } = await approvedDesk(fresh);
    await published(desk, article.id);
    const later = await approvedClaim(desk, article, "212 passengers");
    await published(desk, article.id, corrected);
    const blind = desk.as("second-checker");
    const { claimId } = later;
    good(await askSecond(desk.as("editor"), { id: uuidv7(), claimId, memberId: blind.actor.memberId }));
    expect((await reportList(blind, first)).rows).toMatchObject([{ claims: 2, signedOff: 1, newest: { number: 1 } }]);
  });

  test("goes on page after page", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const ids: string[] = [];
    const start = Date.now();
    // Two share each moment: a page must not end between them and lose one.
    for (let index = 0; index < 51; index += 1) {
      ids.unshift((await makeArticle({ ...checker, now: new Date(start + Math.ceil(index / 2) * 1000) })).id);
    }
    const one = await reportList(checker, first);
    const two = await reportList(checker, { before: one.next });
    expect([...one.rows, ...two.rows].map(({ articleId }) => articleId)).toEqual(ids);
    expect([one.rows.length, two.next]).toEqual([50, null]);
    const articles = await articleList(checker, first);
    const more = await articleList(checker, { before: articles.next });
    expect([...articles.rows, ...more.rows].map(({ id }) => id)).toEqual(ids);
    expect(await reportList(checker, { before: "yesterday" })).toEqual(one);
  });
});

describe("the page of an edition", () => {
  test("says what it replaced, what is newest, and where it is open", async () => {
    const desk = await makeDesk(fresh.db);
    const { articleId, signed } = await publishedSample(desk.as("editor"));
    const asked = { articleId, editionId: signed.edition.id };
    expect(good(await editionPage(desk.as("viewer"), asked))).toMatchObject({
      newest: { number: 1 },
      replaced: null,
      publication: { isPublic: false },
      isUnderEmbargo: false,
      keyRevokedAt: null,
    });
    const { report } = signed.edition;
    const fewer = { ...report, claims: report.claims.slice(1) };
    const next = await nextEdition(desk.as("editor"), fewer, { change: corrected });
    await openedReport(desk.as("editor"), articleId, { embargoUntil: inDays(1) });
    const editionId = next.signed.edition.id;
    expect(good(await editionPage(desk.as("viewer"), { articleId, editionId }))).toMatchObject({
      newest: { id: editionId, number: 2 },
      replaced: { id: signed.edition.id, number: 1, difference: { leftOut: [{ id: report.claims[0]?.id }] } },
      publication: { isPublic: true },
      isUnderEmbargo: true,
    });
    expect(good(await editionPage(desk.as("viewer"), asked)).newest).toMatchObject({ id: editionId, number: 2 });
  });

  test("is not there under another article, or for whoever must not read it", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    const { edition } = await published(desk, article.id);
    const asked = { articleId: article.id, editionId: edition.id };
    const elsewhere = await makeArticle(desk.as("checker"));
    expect(refusal(await editionPage(desk.as("viewer"), { ...asked, articleId: elsewhere.id }))).toBe("not-found");
    expect(refusal(await editionPage(desk.as("viewer"), { ...asked, editionId: "none" }))).toBe("not-found");
    const blind = desk.as("second-checker");
    good(await askSecond(desk.as("editor"), { id: uuidv7(), claimId, memberId: blind.actor.memberId }));
    expect(refusal(await editionPage(blind, asked))).toBe("not-found");
  });

  test("says nothing of an earlier edition that its reader must not see", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    await published(desk, article.id);
    const { edition } = await published(desk, article.id, corrected);
    const { report } = edition;
    const shown = { ...report, claims: [] };
    const next = await nextEdition(desk.as("editor"), shown, { change: corrected });
    const blind = desk.as("second-checker");
    good(await askSecond(desk.as("editor"), { id: uuidv7(), claimId, memberId: blind.actor.memberId }));
    const asked = { articleId: article.id, editionId: next.signed.edition.id };
    expect(good(await editionPage(blind, asked))).toMatchObject({ newest: { number: 3 }, replaced: null });
  });
});
