import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicEditionsPage } from "#lib/server/queries/public-editions.ts";
import { publicStandings } from "#lib/server/queries/public-standings.ts";
import { reportAccess } from "#lib/server/queries/report-access.ts";
import { sharedReport } from "#lib/server/queries/shared-report.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { revokeReportLink } from "#lib/server/use-cases/revoke-report-link.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { good, makeArticle, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { nextEdition, openedReport, publishedSample } from "#tests/support/edition.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

const closed = { isPublic: false, isIndexed: false, hasClaimPages: false, embargoUntil: null, rowVersion: 0 };
const at = (now: Date) => ({ db: fresh.db, now });
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);
const link = (articleId: string) => ({ id: uuidv7(), articleId, editionId: null, name: "The magazine", days: 7 });
const standing = async (articleId: string, now = new Date()) =>
  (await publicStandings(at(now), [articleId])).get(articleId) ?? null;

describe("who may see an article's editions", () => {
  test("is an editor's to say, in the version that they read, and is in the record", async () => {
    const { articleId } = await publishedSample(desk.as("editor"));
    expect(refusal(await openReport(desk.as("checker"), { articleId, ...closed, isPublic: true }))).toBe("forbidden");
    expect(await openedReport(desk.as("editor"), articleId)).toBe(1);
    const late = await openReport(desk.as("second-editor"), { articleId, ...closed });
    expect(late).toMatchObject({ error: { kind: "conflict", current: { isPublic: "yes", rowVersion: "1" } } });
    expect(await openedReport(desk.as("second-editor"), articleId, { isIndexed: false, rowVersion: 1 })).toBe(2);
    expect(good(await reportAccess(desk.as("viewer"), articleId)).publication).toMatchObject({
      isPublic: true,
      isIndexed: false,
      rowVersion: 2,
    });
    const said = await fresh.db.auditEntry.count({ where: { articleId, action: "report.open" } });
    expect(said).toBe(2);
  });

  test("said twice is said once, whichever version was read", async () => {
    const { articleId } = await publishedSample(desk.as("editor"));
    const asked = { articleId, ...closed, isPublic: true, embargoUntil: inDays(3) };
    for (const rowVersion of [0, 0, 1]) {
      const said = good(await openReport(desk.as("editor"), { ...asked, rowVersion }));
      expect(said).toEqual({ articleId, rowVersion: 1 });
    }
    expect(await fresh.db.auditEntry.count({ where: { articleId, action: "report.open" } })).toBe(1);
    const later = { ...asked, embargoUntil: inDays(4) };
    expect(refusal(await openReport(desk.as("editor"), later))).toBe("conflict");
  });

  test("is nothing until it is opened, and nothing again when it is closed", async () => {
    const { articleId, claimIds } = await publishedSample(desk.as("editor"));
    expect(claimIds.length).toBeGreaterThan(3);
    expect(await standing(articleId)).toBeNull();
    await openedReport(desk.as("editor"), articleId);
    expect(await standing(articleId)).toMatchObject({ newest: 1, isWithdrawn: false, hasClaimPages: true });
    await openedReport(desk.as("editor"), articleId, { isPublic: false, rowVersion: 1 });
    expect(await standing(articleId)).toBeNull();
  });

  test("is nothing before the embargo's hour, not even in a list or a count", async () => {
    const { articleId } = await publishedSample(desk.as("editor"));
    const embargoUntil = inDays(3);
    await openedReport(desk.as("editor"), articleId, { embargoUntil });
    const listed = async (now: Date) => {
      const asked = { deskId: desk.deskId, after: null } as const;
      const reviews = await publicEditionsPage(at(now), { ...asked, of: "reviews" });
      const editions = await publicEditionsPage(at(now), { ...asked, of: "editions" });
      return [...reviews.editions, ...editions.editions].filter((one) => one.articleId === articleId).length;
    };
    const before = new Date(embargoUntil.getTime() - 1);
    expect([await standing(articleId, before), await listed(before)]).toEqual([null, 0]);
    expect(await standing(articleId, embargoUntil)).toMatchObject({ newest: 1 });
    expect(await listed(embargoUntil)).toBe(2);
  });

  test("can be said before there is an edition, and shows nothing then", async () => {
    const { id } = await makeArticle(desk.as("checker"));
    await openedReport(desk.as("editor"), id);
    expect(await standing(id)).toBeNull();
  });

  test("is not for another desk to read or to say, not even of an article under the same id", async () => {
    const { articleId } = await publishedSample(desk.as("editor"));
    await openedReport(desk.as("editor"), articleId);
    expect(refusal(await reportAccess(other.as("admin"), articleId))).toBe("not-found");
    expect(refusal(await openReport(other.as("admin"), { articleId, ...closed, isPublic: true }))).toBe("not-found");
    const twin = {
      deskId: other.deskId,
      id: articleId,
      title: "Twin",
      byline: "",
      publisher: "",
      createdById: other.as("editor").actor.memberId,
    };
    await fresh.db.article.create({ data: { ...twin, createdAt: new Date(), updatedAt: new Date() } });
    expect(refusal(await openReport(other.as("editor"), { articleId, ...closed, isPublic: true }))).toBe("not-found");
    expect((await standing(articleId))?.deskId).toBe(desk.deskId);
  });

  test("an embargo whose hour has passed is refused, and one that has run out may stay", async () => {
    const own = await makeDesk(fresh.db);
    const { articleId } = await publishedSample(own.as("editor"));
    const asked = { articleId, ...closed, isPublic: true };
    const hour = new Date(Date.now() + 3_600_000);
    const later = { ...own.as("editor"), now: new Date(hour.getTime() + 1) };
    expect(refusal(await openReport(later, { ...asked, embargoUntil: hour }))).toBe("embargo-past");
    good(await openReport(own.as("editor"), { ...asked, embargoUntil: hour }));
    good(await openReport(later, { ...asked, embargoUntil: hour, isIndexed: true, rowVersion: 1 }));
  });

  test("a feed goes on page after page without a gap", async () => {
    const many = await makeDesk(fresh.db);
    const { articleId, signed } = await publishedSample(many.as("editor"));
    await openedReport(many.as("editor"), articleId);
    const change = { kind: "update", what: "More was checked.", why: "" } as const;
    for (let number = 2; number <= 23; number += 1)
      await nextEdition(many.as("editor"), signed.edition.report, { change });
    const first = await publicEditionsPage(at(new Date()), { deskId: many.deskId, of: "editions", after: null });
    const second = await publicEditionsPage(at(new Date()), { deskId: many.deskId, of: "editions", after: first.next });
    const numbers = [...first.editions, ...second.editions].map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 23 }, (_, index) => 23 - index));
    expect(second.next).toBeNull();
    const reviews = await publicEditionsPage(at(new Date()), { deskId: many.deskId, of: "reviews", after: null });
    expect(reviews.editions.map(({ number }) => number)).toEqual([23]);
  });
});

describe("a link to a report", () => {
  test("is an editor's to make and to revoke, and its token is never stored", async () => {
    const { articleId } = await publishedSample(desk.as("editor"));
    const input = link(articleId);
    expect(refusal(await shareReport(desk.as("checker"), input))).toBe("forbidden");
    const { id, token } = good(await shareReport(desk.as("editor"), input));
    const row = await fresh.db.reportLink.findFirstOrThrow({ where: { id } });
    expect([token.length, JSON.stringify(row).includes(token)]).toEqual([43, false]);
    expect(good(await reportAccess(desk.as("editor"), articleId)).links).toMatchObject([{ id, standing: "open" }]);
    expect(good(await reportAccess(desk.as("checker"), articleId)).links).toEqual([]);
    expect(await sharedReport(at(new Date()), token)).toMatchObject({ articleId, number: 1, isPublic: false });
    expect(refusal(await revokeReportLink(desk.as("checker"), { id }))).toBe("forbidden");
    good(await revokeReportLink(desk.as("second-editor"), { id }));
    good(await revokeReportLink(desk.as("second-editor"), { id }));
    expect(await sharedReport(at(new Date()), token)).toBeNull();
    const said = await fresh.db.auditEntry.count({ where: { articleId, action: "report.unlink" } });
    expect(said).toBe(1);
    const [seen] = good(await reportAccess(desk.as("editor"), articleId)).links;
    expect([seen?.standing, typeof seen?.openedAt]).toEqual(["revoked", "string"]);
  });

  test("expires, and an unknown one is nothing", async () => {
    const { articleId } = await publishedSample(desk.as("editor"));
    const { token } = good(await shareReport(desk.as("editor"), link(articleId)));
    expect(await sharedReport(at(inDays(6.9)), token)).not.toBeNull();
    expect(await sharedReport(at(inDays(7.1)), token)).toBeNull();
    expect(await sharedReport(at(new Date()), "x".repeat(43))).toBeNull();
  });

  test("sent twice makes one, and the second token is the one that works", async () => {
    const { articleId } = await publishedSample(desk.as("editor"));
    const input = link(articleId);
    const first = good(await shareReport(desk.as("editor"), input));
    const second = good(await shareReport(desk.as("editor"), input));
    expect(await sharedReport(at(new Date()), first.token)).toBeNull();
    expect(await sharedReport(at(new Date()), second.token)).not.toBeNull();
    expect(await fresh.db.reportLink.count({ where: { articleId } })).toBe(1);
    expect(refusal(await shareReport(desk.as("admin"), input))).toBe("not-found");
  });

  test("to an edition stays with it, one without goes along; both say what is newest, and work under an embargo", async () => {
    const { articleId, signed } = await publishedSample(desk.as("editor"));
    const fixed = { ...link(articleId), editionId: signed.edition.id };
    const { token: to1 } = good(await shareReport(desk.as("editor"), fixed));
    const { token: along } = good(await shareReport(desk.as("editor"), link(articleId)));
    await openedReport(desk.as("editor"), articleId, { embargoUntil: inDays(1) });
    const change = { kind: "withdrawal", what: "The check.", why: "The copy was forged." } as const;
    await nextEdition(desk.as("editor"), signed.edition.report, { change });
    const held = { newest: 2, isWithdrawn: true, isPublic: false, embargoUntil: expect.any(String) };
    expect(await sharedReport(at(new Date()), to1)).toMatchObject({ number: 1, ...held });
    expect(await sharedReport(at(new Date()), along)).toMatchObject({ number: 2, ...held });
    expect(await sharedReport(at(inDays(2)), along)).toMatchObject({ isPublic: true, embargoUntil: null });
  });

  test("needs an edition, of this article and this desk", async () => {
    const { id } = await makeArticle(desk.as("checker"));
    expect(refusal(await shareReport(desk.as("editor"), link(id)))).toBe("not-published");
    const { articleId } = await publishedSample(desk.as("editor"));
    const elsewhere = await publishedSample(desk.as("editor"));
    const mixed = { ...link(articleId), editionId: elsewhere.signed.edition.id };
    expect(refusal(await shareReport(desk.as("editor"), mixed))).toBe("not-found");
    expect(refusal(await shareReport(other.as("admin"), link(articleId)))).toBe("not-found");
    const made = good(await shareReport(desk.as("editor"), link(articleId)));
    expect(refusal(await revokeReportLink(other.as("admin"), { id: made.id }))).toBe("not-found");
  });
});
