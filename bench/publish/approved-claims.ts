import { uuidv7 } from "uuidv7";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { latestVersion, takeClaimNumbers } from "#lib/server/repositories/articles.ts";
import { presentBasis } from "#lib/server/repositories/basis.ts";
import { presentRatings } from "#lib/server/repositories/desks.ts";
import { claimsForReport } from "#lib/server/repositories/report.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { makeArticle, type TestDesk } from "#tests/support/desk.ts";
import { keepCopy } from "#tests/support/kept-copy.ts";

/** An article with so many claims, each with two pieces of kept evidence and a verdict that a colleague approved; its id. */
export async function approvedClaims(desk: TestDesk, count: number): Promise<string> {
  const checker = desk.as("checker");
  const reviewer = desk.as("second-editor");
  const { actor, db, now } = checker;
  const { deskId, memberId } = actor;
  const quotes = Array.from(
    { length: count },
    (_, index) => `The line lost ${index + 1},000 crowns in month ${index + 1}.`,
  );
  const paragraphs = quotes.map((quote, index) => `${quote}${index % 4 === 3 ? "\n\n" : " "}`);
  const article = await makeArticle(checker, paragraphs.join("").trim());
  const address = "https://harbour.example/accounts";
  const sourceId = await capturedSource(checker, address);
  const passage = "Result from operations: (1 913 406) 😀";
  const captureId = await keepCopy(checker, { sourceId, text: `Note 4. ${passage}. End.`, address });
  const first = await takeClaimNumbers(db, deskId, { articleId: article.id, count, now });
  const who = { createdById: memberId, editedById: memberId, createdAt: now, updatedAt: now };
  const claims = quotes.map((quote, index) => ({ id: uuidv7(), quote, number: first + index }));
  await db.claim.createMany({
    data: claims.map(({ id, quote, number }) => ({
      ...{
        deskId,
        id,
        articleId: article.id,
        number,
        claimant: "The article",
        saidOn: "2026-06-12",
        saidIn: "in print",
      },
      ...{ statement: `The article says: ${quote}`, ...who },
    })),
  });
  await db.placement.createMany({
    data: claims.map(({ id, quote }) => {
      const start = article.text.indexOf(quote);
      const place = { start, end: start + quote.length, quote, placedById: memberId, placedAt: now };
      return { deskId, claimId: id, versionId: article.version.id, kind: "exact" as const, ...place };
    }),
  });
  const people = { linkedById: memberId, editedById: memberId, createdAt: now, updatedAt: now };
  await db.evidence.createMany({
    data: claims.flatMap(({ id: claimId }) =>
      [0, 1].map((position) => ({
        ...{ deskId, id: uuidv7(), claimId, sourceId, captureId, passage, passageStart: 8, ...people, position },
        ...{ passageEnd: 8 + passage.length, locator: "p. 31", note: "Read twice.", accessedOn: "2026-05-06" },
        ...{ stance: "supports" as const, kind: "primary" as const },
      })),
    ),
  });
  const version = await latestVersion(db, deskId, article.id);
  const [rating] = await presentRatings(db, deskId);
  if (version === null || rating === undefined) throw new Error("The article has a version, and the desk a scale.");
  const revisions = (await claimsForReport(db, deskId, version.id)).map((row) => {
    const basis = canonicalJson(
      presentBasis({ claim: row.claim, version, placement: row, evidence: row.claim.evidence }),
    );
    const words = { rationale: "The accounts bear it out, on page 31, to the crown.", asOf: "2026-05-09" };
    const ids = { deskId, id: uuidv7(), claimId: row.claimId, versionId: version.id, ratingId: rating.id };
    return { ...ids, number: 1, ...words, basis, basisDigest: sha256Hex(basis), authorId: memberId, createdAt: now };
  });
  await db.verdictRevision.createMany({ data: revisions });
  const where = { deskId, articleId: article.id };
  await db.claim.updateMany({ where, data: { state: "proposed" } });
  await db.review.createMany({
    data: revisions.map(({ id: revisionId, claimId }) => ({
      ...{ deskId, id: uuidv7(), claimId, revisionId, reviewerId: reviewer.actor.memberId },
      ...{ decision: "approve" as const, comment: "Read and agreed.", createdAt: now },
    })),
  });
  await db.claim.updateMany({ where, data: { state: "approved" } });
  return article.id;
}
