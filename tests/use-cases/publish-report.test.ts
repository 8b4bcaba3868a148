import { createHash, createPublicKey, verify } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedWords } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { changeReportPlan } from "#lib/server/use-cases/change-report-plan.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";
import {
  addEvidence,
  decide,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  proposedClaim,
  refusal,
} from "#tests/support/desk.ts";
import {
  approvedClaim,
  approvedDesk,
  corrected,
  published,
  site,
  tryToPublish,
  tryToWithdraw,
} from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const words = { summary: "", method: "", language: "", template: "public" as const, claimOrder: [], hidden: [] };

describe("an edition", () => {
  test("is the RFC 8785 form of its document, digested and signed with the desk's key", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    const { edition, proof } = await published(desk, article.id);
    const row = await fresh.db.edition.findFirstOrThrow({ where: { articleId: article.id } });
    expect(row.snapshot).toBe(canonicalJson(edition));
    expect(createHash("sha256").update(row.snapshot, "utf8").digest("hex")).toBe(proof.digest);
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: proof.publicKey }, format: "jwk" });
    const said = Buffer.from(signedWords(proof.digest), "utf8");
    expect(verify(null, said, key, Buffer.from(proof.signature, "base64url"))).toBe(true);
    expect(edition).toMatchObject({
      number: 1,
      change: null,
      earlier: [],
      leftOut: 0,
      publishedBy: "editor",
      address: `${site}/r/${article.id}/1`,
      report: { status: "published", summary: { claims: 1, signedOff: 1, open: 0 } },
    });
    expect(edition.report.claims[0]).toMatchObject({ id: claimId, state: "published", verdict: { signedOff: true } });
    expect(edition.audit.seq).toBeGreaterThan(0);
    const entry = await fresh.db.auditEntry.findFirst({ where: { deskId: desk.deskId, seq: edition.audit.seq } });
    expect(Buffer.from(entry?.hash ?? []).toString("hex")).toBe(edition.audit.hash);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
    expect(good(await claimPage(desk.as("viewer"), claimId)).state).toBe("published");
  });

  test("is never changed, by any route", async () => {
    const { desk, article } = await approvedDesk(fresh);
    await published(desk, article.id);
    expect(await fresh.sql(`UPDATE "Edition" SET correction = 'x' WHERE "articleId" = $1`, [article.id])).not.toBe(
      "ok",
    );
    expect(await fresh.sql(`DELETE FROM "Edition" WHERE "articleId" = $1`, [article.id])).not.toBe("ok");
  });

  test("of the same request sent twice is one", async () => {
    const { desk, article } = await approvedDesk(fresh);
    const { seen } = good(await editionPreview(desk.as("editor"), article.id));
    const input = { id: uuidv7(), articleId: article.id, planVersion: 0, seen, change: null };
    const first = good(await publishReport(desk.as("editor"), input, site));
    expect(good(await publishReport(desk.as("editor"), input, site))).toEqual(first);
    expect(refusal(await publishReport(desk.as("second-editor"), input, site))).toBe("not-found");
    expect(good(await editionsOfArticle(desk.as("viewer"), article.id))).toHaveLength(1);
  });

  test("is published by editors alone", async () => {
    const { desk, article } = await approvedDesk(fresh);
    for (const who of ["viewer", "checker"])
      expect(refusal(await tryToPublish(desk, article.id, null, who))).toBe("forbidden");
    expect(refusal(await tryToPublish(desk, article.id, null, "admin"))).toBe("ok");
  });
});

describe("nothing is frozen", () => {
  test("without a claim, and without one that is shown", async () => {
    const desk = await makeDesk(fresh.db);
    const article = await makeArticle(desk.as("checker"));
    expect(refusal(await tryToPublish(desk, article.id))).toBe("nothing-to-print");
    const { claimId } = await approvedClaim(desk, article);
    const plan = { articleId: article.id, rowVersion: 0, ...words, hidden: [claimId] };
    good(await changeReportPlan(desk.as("editor"), plan));
    expect(refusal(await tryToPublish(desk, article.id))).toBe("nothing-to-print");
  });

  test("while a claim is stale, unreviewed, returned or open, and each is named", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    await addEvidence(desk.as("checker"), claimId, "More");
    await proposedClaim(desk, article, "carried 212 passengers");
    const other = await proposedClaim(desk, article, "bought two boats");
    good(await decide(desk.as("second-editor"), other.claimId, "return"));
    await makeClaim(desk.as("checker"), article, "the auditors wrote");
    const { inTheWay } = good(await editionPreview(desk.as("editor"), article.id));
    expect(inTheWay.map(({ number, kind }) => [number, kind]).sort()).toEqual([
      [1, "stale"],
      [2, "unreviewed"],
      [3, "unreviewed"],
      [4, "unreviewed"],
    ]);
    const outcome = await tryToPublish(desk, article.id);
    expect(refusal(outcome)).toBe("work-unfinished");
    expect(outcome).toMatchObject({
      error: { detail: expect.stringMatching(/Claim 3: Its verdict was returned.*Claim 1: Evidence was added/) },
    });
    const hidden = inTheWay.map((one) => one.claimId);
    good(await changeReportPlan(desk.as("editor"), { articleId: article.id, rowVersion: 0, ...words, hidden }));
    expect(refusal(await tryToPublish(desk, article.id))).toBe("nothing-to-print");
    expect(await fresh.db.edition.count({ where: { articleId: article.id } })).toBe(0);
  });

  test("that the editor did not look at", async () => {
    const { desk, article } = await approvedDesk(fresh);
    const { seen } = good(await editionPreview(desk.as("editor"), article.id));
    const input = { id: uuidv7(), articleId: article.id, planVersion: 0, seen, change: null };
    const plan = { articleId: article.id, rowVersion: 0, ...words, summary: "All of it is true." };
    good(await changeReportPlan(desk.as("second-editor"), plan));
    expect(refusal(await publishReport(desk.as("editor"), input, site))).toBe("changed-since-preview");
    const later = good(await editionPreview(desk.as("editor"), article.id));
    const stillOld = { ...input, planVersion: later.plan.rowVersion };
    expect(refusal(await publishReport(desk.as("editor"), stillOld, site))).toBe("changed-since-preview");
    await approvedClaim(desk, article, "bought two boats");
    expect(refusal(await publishReport(desk.as("editor"), { ...stillOld, seen: later.seen }, site))).toBe(
      "changed-since-preview",
    );
    expect(refusal(await tryToPublish(desk, article.id))).toBe("ok");
  });
});

describe("the plan", () => {
  test("says what is printed, in which order, with which words; somebody's later words are not lost", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    const second = await approvedClaim(desk, article, "bought two boats");
    const third = await approvedClaim(desk, article, "carried 212 passengers");
    const plan = {
      ...{ articleId: article.id, rowVersion: 0, summary: "In short.", method: "We read.", language: "de" },
      ...{ template: "editor" as const, claimOrder: [claimId, third.claimId, uuidv7()], hidden: [second.claimId] },
    };
    expect(refusal(await changeReportPlan(desk.as("checker"), plan))).toBe("forbidden");
    good(await changeReportPlan(desk.as("editor"), plan));
    expect(refusal(await changeReportPlan(desk.as("second-editor"), { ...plan, summary: "Mine." }))).toBe("conflict");
    const { edition } = await published(desk, article.id);
    expect(edition).toMatchObject({
      summary: "In short.",
      method: "We read.",
      language: "de",
      template: "editor",
      leftOut: 1,
    });
    expect(edition.report.claims.map((claim) => claim.id)).toEqual([claimId, third.claimId]);
    expect(edition.report.summary.claims).toBe(2);
    expect(good(await claimPage(desk.as("viewer"), second.claimId)).state).toBe("approved");
  });
});

describe("later editions", () => {
  test("say what changed and why, follow without a gap, and name those before them", async () => {
    const { desk, article, claimId } = await approvedDesk(fresh);
    const first = await published(desk, article.id);
    expect(refusal(await tryToPublish(desk, article.id))).toBe("change-missing");
    await addEvidence(desk.as("checker"), claimId, "More");
    expect(good(await claimPage(desk.as("viewer"), claimId)).state).toBe("stale");
    expect(refusal(await tryToPublish(desk, article.id, corrected))).toBe("work-unfinished");
    await propose(desk.as("checker"), claimId, "False");
    good(await decide(desk.as("second-editor"), claimId, "approve"));
    const second = await published(desk, article.id, corrected);
    expect(second.edition).toMatchObject({ number: 2, change: corrected });
    expect(second.edition.earlier).toEqual([
      { number: 1, publishedAt: first.edition.publishedAt, digest: first.proof.digest, change: null },
    ]);
    expect(second.edition.report.claims[0]?.verdict).toMatchObject({ label: "False", signedOff: true });
    const third = await published(desk, article.id, { ...corrected, kind: "update" });
    expect(third.edition.earlier.map((one) => one.number)).toEqual([1, 2]);
    expect(third.edition.earlier[1]?.change).toEqual(corrected);
    expect(third.edition.publishedAt > second.edition.publishedAt).toBe(true);
    const rows = good(await editionsOfArticle(desk.as("viewer"), article.id));
    expect(rows.map((row) => row.number)).toEqual([3, 2, 1]);
  });

  test("take the check back: nothing of it is signed off, and it can come back", async () => {
    const { desk, article } = await approvedDesk(fresh);
    expect(refusal(await tryToWithdraw(desk, article.id))).toBe("not-published");
    await published(desk, article.id);
    expect(refusal(await tryToWithdraw(desk, article.id, "checker"))).toBe("forbidden");
    good(await tryToWithdraw(desk, article.id));
    const row = await fresh.db.edition.findFirstOrThrow({ where: { articleId: article.id, number: 2 } });
    expect(row.isWithdrawal).toBe(true);
    expect(JSON.parse(row.snapshot)).toMatchObject({
      change: { kind: "withdrawal", why: "The accounts were of another year." },
      report: {
        status: "withdrawn",
        summary: { signedOff: 0, withdrawn: 1, ratings: [] },
        claims: [{ state: "withdrawn", verdict: { signedOff: false } }],
      },
    });
    expect(refusal(await tryToWithdraw(desk, article.id))).toBe("withdrawn-already");
    expect(good(await editionPreview(desk.as("editor"), article.id)).isWithdrawn).toBe(true);
    expect((await published(desk, article.id, corrected)).edition.number).toBe(3);
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });
});
