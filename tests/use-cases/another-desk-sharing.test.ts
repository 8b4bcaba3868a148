import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { reportAccess } from "#lib/server/queries/report-access.ts";
import { wordingsOfArticle } from "#lib/server/queries/wordings-of-article.ts";
import { answerWording } from "#lib/server/use-cases/answer-wording.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { revokeReportLink } from "#lib/server/use-cases/revoke-report-link.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { publishedSample } from "#tests/support/edition.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let intruder: Context;
let theirs: { articleId: string; editionId: string; linkId: string; claimId: string; revisionId: string };
let own: { articleId: string; claimId: string };

const link = { name: "The magazine", days: 7, editionId: null };
const closed = { rowVersion: 0, isPublic: true, isIndexed: false, hasClaimPages: false, embargoUntil: null };
const answer = { outcome: "accepted", note: "" } as const;

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  const { articleId, signed } = await publishedSample(desk.as("editor"));
  const linkId = uuidv7();
  good(await shareReport(desk.as("editor"), { id: linkId, articleId, ...link }));
  const { claimId } = await proposedClaim(desk);
  const { ratings, rowVersion } = good(await claimPage(desk.as("checker"), claimId));
  const words = { rationale: "So it is.", asOf: "2026-05-09", suggestedWording: "three boats" };
  const verdict = { id: uuidv7(), claimId, rowVersion, ratingId: ratings[0]?.id ?? "", ...words };
  const { id: revisionId } = good(await proposeVerdict(desk.as("checker"), verdict));
  theirs = { articleId, editionId: signed.edition.id, linkId, claimId, revisionId };
  const other = await makeDesk(fresh.db);
  intruder = other.as("admin");
  const mine = await proposedClaim(other);
  own = { articleId: (await publishedSample(other.as("editor"))).articleId, claimId: mine.claimId };
});
afterAll(() => fresh.close());

describe("how another desk shares its report, and what its writer said, is not there", () => {
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    reportAccess: () => reportAccess(intruder, theirs.articleId),
    openReport: () => openReport(intruder, { articleId: theirs.articleId, ...closed }),
    shareReport: () => shareReport(intruder, { id: uuidv7(), articleId: theirs.articleId, ...link }),
    "shareReport, an edition of theirs from an article of one's own": () =>
      shareReport(intruder, { id: uuidv7(), articleId: own.articleId, ...link, editionId: theirs.editionId }),
    revokeReportLink: () => revokeReportLink(intruder, { id: theirs.linkId }),
    wordingsOfArticle: () => wordingsOfArticle(intruder, { articleId: theirs.articleId, filter: "all", after: null }),
    answerWording: () => {
      const { claimId, revisionId } = theirs;
      return answerWording(intruder, { id: uuidv7(), claimId, revisionId, ...answer });
    },
    "answerWording, by a claim of one's own": () =>
      answerWording(intruder, { id: uuidv7(), claimId: own.claimId, revisionId: theirs.revisionId, ...answer }),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("and nothing of it changed", async () => {
    const { publication, links } = good(await reportAccess(desk.as("editor"), theirs.articleId));
    expect([publication.rowVersion, links.map(({ id, standing }) => [id, standing])]).toEqual([
      0,
      [[theirs.linkId, "open"]],
    ]);
    expect(await fresh.db.wordingAnswer.count()).toBe(0);
  });
});
