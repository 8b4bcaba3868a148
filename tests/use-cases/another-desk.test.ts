import { readdir, readFile } from "node:fs/promises";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { ArticleView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { annotationsPage } from "#lib/server/queries/annotations-page.ts";
import { articleList } from "#lib/server/queries/article-list.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { assignableMembers, colleagues } from "#lib/server/queries/colleagues.ts";
import { comparePage } from "#lib/server/queries/compare-page.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { versionsPage } from "#lib/server/queries/versions-page.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { editArticle } from "#lib/server/use-cases/edit-article.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { importAnnotations } from "#lib/server/use-cases/import-annotations.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { removeEvidence, restoreEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { stageAnnotations } from "#lib/server/use-cases/stage-annotations.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { withdrawClaims } from "#lib/server/use-cases/withdraw-claims.ts";
import { annotation, fileOf, stageMarks } from "#tests/support/annotations.ts";
import {
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  proposedClaim,
  refusal,
  stageDraft,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { withoutForeignIds } from "#tests/support/without-foreign-ids.ts";

let fresh: Fresh;
let desk: TestDesk;
let intruder: Context;
let theirs: Awaited<ReturnType<typeof proposedClaim>> & {
  ratingId: string;
  memberId: string;
  stagedId: string;
  draftId: string;
  marksId: string;
  sourceId: string;
};
let own: { claimId: string; articleId: string; places: ReturnType<typeof placesOf> };

const placesOf = (article: ArticleView) => ({ articleId: article.id, versionId: article.version.id });

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  const made = await proposedClaim(desk);
  const claim = good(await claimPage(desk.as("checker"), made.claimId));
  const stagedId = uuidv7();
  good(await stageImport(desk.as("checker"), { way: "paste", id: stagedId, text: "Not yet frozen.", html: "" }));
  theirs = {
    ...made,
    stagedId,
    draftId: await stageDraft(desk.as("checker"), made.article.id, "Words of a draft."),
    marksId: await stageMarks(desk.as("checker"), made.article.id, [annotation("two boats")]),
    ratingId: claim.ratings[0]?.id ?? "",
    sourceId: claim.evidence[0]?.source.id ?? "",
    memberId: desk.as("editor").actor.memberId,
  };
  const other = await makeDesk(fresh.db);
  intruder = other.as("admin");
  const article = await makeArticle(intruder);
  const claimId = (await makeClaim(intruder, article, "lost 1.9 million crowns")).id;
  own = { articleId: article.id, claimId, places: placesOf(article) };
});
afterAll(() => fresh.close());

const fields = { statement: "x", claimant: "", saidOn: "", saidIn: "" };
const marks = { bytes: fileOf([annotation("two boats")]), fileName: "" };
const words = { rationale: "x", asOf: "2026-05-09", suggestedWording: "" };
const about = { title: "x", byline: "", publisher: "", publishedOn: null, address: null, language: null };

describe("what belongs to another desk is not there", () => {
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    articlePage: () => articlePage(intruder, theirs.article.id),
    articleReport: () => articleReport(intruder, theirs.article.id),
    claimPage: () => claimPage(intruder, theirs.claimId),
    importPreview: () => importPreview(intruder, theirs.stagedId),
    importArticle: () => importArticle(intruder, { id: theirs.stagedId, ...about }),
    editArticle: () => editArticle(intruder, { id: theirs.article.id, rowVersion: 1, ...about }),
    markClaim: () =>
      markClaim(intruder, {
        id: uuidv7(),
        articleId: theirs.article.id,
        versionId: theirs.article.version.id,
        start: 0,
        end: 9,
      }),
    editClaim: () => editClaim(intruder, { id: theirs.claimId, rowVersion: 2, ...fields }),
    assignClaim: () =>
      assignClaim(intruder, { claimId: theirs.claimId, rowVersion: 1, assigneeId: null, dueAt: null, priority: "low" }),
    withdrawClaim: () => withdrawClaim(intruder, { claimId: theirs.claimId, rowVersion: 1, reason: "x" }),
    restoreClaim: () => restoreClaim(intruder, { claimId: theirs.claimId, rowVersion: 1 }),
    linkEvidence: () => linkEvidence(intruder, evidenceInput(theirs.claimId)),
    editEvidence: () =>
      editEvidence(intruder, { ...evidenceInput(theirs.claimId), id: theirs.evidenceId, rowVersion: 1 }),
    "editEvidence, by a claim of one's own": () =>
      editEvidence(intruder, { ...evidenceInput(own.claimId), id: theirs.evidenceId, rowVersion: 1 }),
    removeEvidence: () => removeEvidence(intruder, { id: theirs.evidenceId, rowVersion: 1 }),
    restoreEvidence: () => restoreEvidence(intruder, { id: theirs.evidenceId, rowVersion: 1 }),
    proposeVerdict: () =>
      proposeVerdict(intruder, {
        id: uuidv7(),
        claimId: theirs.claimId,
        rowVersion: 3,
        ratingId: theirs.ratingId,
        ...words,
      }),
    reviewVerdict: () =>
      reviewVerdict(intruder, {
        id: uuidv7(),
        claimId: theirs.claimId,
        revisionId: theirs.revisionId,
        decision: "approve",
        comment: "",
      }),
    versionsPage: () => versionsPage(intruder, theirs.article.id),
    comparePage: () => comparePage(intruder, { articleId: theirs.article.id, from: 1, to: 1, page: 1 }),
    placingPage: () => placingPage(intruder, { articleId: theirs.article.id, after: null }),
    newVersion: () => newVersion(intruder, { importId: theirs.draftId, page: 1 }),
    "stageImport, as a version": () =>
      stageImport(intruder, { way: "edit", id: uuidv7(), articleId: theirs.article.id, text: "Other words." }),
    addVersion: () => addVersion(intruder, { id: theirs.draftId, articleId: theirs.article.id, latest: 1 }),
    "addVersion, to an article of one's own": () =>
      addVersion(intruder, { id: theirs.draftId, articleId: own.articleId, latest: 1 }),
    annotationsPage: () => annotationsPage(intruder, { articleId: theirs.article.id, importId: theirs.marksId }),
    "annotationsPage, in an article of one's own": () =>
      annotationsPage(intruder, { articleId: own.articleId, importId: theirs.marksId }),
    stageAnnotations: () => stageAnnotations(intruder, { ...marks, id: uuidv7(), articleId: theirs.article.id }),
    importAnnotations: () => importAnnotations(intruder, { id: theirs.marksId, ...placesOf(theirs.article) }),
    "importAnnotations, in an article of one's own": () =>
      importAnnotations(intruder, { id: theirs.marksId, ...own.places }),
    confirmPlaces: () => confirmPlaces(intruder, { ...placesOf(theirs.article), claimIds: [theirs.claimId] }),
    "confirmPlaces, in an article of one's own": () =>
      confirmPlaces(intruder, { ...own.places, claimIds: [own.claimId, theirs.claimId] }),
    placeClaim: () =>
      placeClaim(intruder, {
        claimId: theirs.claimId,
        versionId: theirs.article.version.id,
        rowVersion: 1,
        start: 0,
        end: 9,
      }),
    "placeClaim, in a version of theirs": () =>
      placeClaim(intruder, {
        claimId: own.claimId,
        versionId: theirs.article.version.id,
        rowVersion: 1,
        start: 0,
        end: 9,
      }),
    withdrawClaims: () =>
      withdrawClaims(intruder, { ...placesOf(theirs.article), claimIds: [theirs.claimId], reason: "x" }),
    "withdrawClaims, in an article of one's own": () =>
      withdrawClaims(intruder, { ...own.places, claimIds: [own.claimId, theirs.claimId], reason: "x" }),
    changeMember: () => changeMember(intruder, { id: theirs.memberId, rowVersion: 1, role: "admin", leaves: "" }),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("and no use-case or query is left out", async () => {
    const folders = ["lib/server/use-cases", "lib/server/queries"];
    const files = (await Promise.all(folders.map((folder) => readdir(folder))))
      .flat()
      .filter((file) => file.endsWith(".ts"));
    const tries = (await readdir("tests/use-cases")).filter((file) => file.startsWith("another-desk"));
    const here = (await Promise.all(tries.map((file) => readFile(`tests/use-cases/${file}`, "utf8")))).join();
    const unnamed = files.filter((file) => !here.includes(`/${file}"`) && !withoutForeignIds.has(file));
    expect(unnamed).toEqual([]);
  });

  test("nor can its parts be named from one's own", async () => {
    const cite = { ...evidenceInput(own.claimId), sourceId: theirs.sourceId };
    expect(refusal(await linkEvidence(intruder, cite))).toBe("source-unknown");
    const sameOrigin = { ...evidenceInput(own.claimId), sameOriginAs: theirs.evidenceId };
    expect(refusal(await linkEvidence(intruder, sameOrigin))).toBe("evidence-removed");
    const { rowVersion } = good(await claimPage(intruder, own.claimId));
    const foreignRating = { id: uuidv7(), claimId: own.claimId, rowVersion, ratingId: theirs.ratingId, ...words };
    expect(refusal(await proposeVerdict(intruder, foreignRating))).toBe("rating-unknown");
    const plan = {
      claimId: own.claimId,
      rowVersion,
      assigneeId: theirs.memberId,
      dueAt: null,
      priority: "low" as const,
    };
    expect(refusal(await assignClaim(intruder, plan))).toBe("member-gone");
    const foreignVersion = { articleId: own.articleId, versionId: theirs.article.version.id, start: 0, end: 9 };
    expect(refusal(await markClaim(intruder, { id: uuidv7(), ...foreignVersion }))).toBe("span-outside");
  });

  test("nor do lists and searches show it", async () => {
    expect((await articleList(intruder, { before: null })).rows.map((row) => row.id)).toEqual([own.articleId]);
    expect((await sourceSearch(intruder, { words: "accounts", take: 50 })).map((source) => source.id)).not.toContain(
      theirs.sourceId,
    );
    const queue = await reviewQueue(intruder, { view: "everything", after: null });
    expect(queue.rows.map((row) => row.claimId)).toEqual([own.claimId]);
    expect(queue.counts.everything).toBe(1);
    expect((await assignableMembers(intruder)).map((member) => member.id)).not.toContain(theirs.memberId);
    expect(good(await colleagues(intruder)).members.map((member) => member.id)).not.toContain(theirs.memberId);
  });

  test("and nothing of it changed", async () => {
    const claim = good(await claimPage(desk.as("viewer"), theirs.claimId));
    expect(claim).toMatchObject({ state: "proposed", evidence: [{ id: theirs.evidenceId }] });
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });
});
