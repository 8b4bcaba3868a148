import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scale } from "#lib/domain/scale.ts";
import { type ScalePreset, scalePresets } from "#lib/domain/scale-presets.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { scalePage } from "#lib/server/queries/scale-page.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { reviseScale } from "#lib/server/use-cases/revise-scale.ts";
import {
  addDraft,
  addEvidence,
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

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

function preset(name: string): ScalePreset {
  const found = scalePresets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no preset ${name}.`);
  return found;
}

async function take(desk: TestDesk, { name, kind, preset: from, ratings }: Scale) {
  const present = good(await scalePage(desk.as("admin")));
  const input = { id: uuidv7(), scaleId: present.id, name, kind, preset: from, ratings: [...ratings] };
  return { input, outcome: await reviseScale(desk.as("admin"), input) };
}

async function emptyClaim(desk: TestDesk) {
  const article = await makeArticle(desk.as("checker"));
  const { id } = await makeClaim(desk.as("checker"), article, "lost 1.9 million crowns");
  await addEvidence(desk.as("checker"), id);
  return { claimId: id, article };
}

const sentence = "No count exists from before 2021, so nobody can know.";

async function sendSentence(desk: TestDesk, claimId: string, words: { sentence?: string; ratingId?: string } = {}) {
  const claim = good(await claimPage(desk.as("checker"), claimId));
  const said = { rationale: "The archive has no counts.", asOf: "2026-05-09", suggestedWording: "" };
  const input = { id: uuidv7(), claimId, rowVersion: claim.rowVersion, ratingId: claim.ratings[0]?.id ?? "", ...said };
  return await proposeVerdict(desk.as("checker"), { ...input, ...words });
}

describe("a desk's scale", () => {
  test("is five steps at first, for everybody to read and for administrators to revise", async () => {
    const desk = await makeDesk(fresh.db);
    const read = good(await scalePage(desk.as("viewer")));
    expect(read).toMatchObject({ name: "Five steps", kind: "ordered", revision: 1, mayRevise: false, earlier: [] });
    expect(read.ratings.map((rating) => rating.label)).toContain("Half true");
    const { name, kind, ratings } = preset("PolitiFact");
    const input = { id: uuidv7(), scaleId: read.id, name, kind, preset: name, ratings: [...ratings] };
    for (const who of ["viewer", "checker", "editor"]) {
      expect(refusal(await reviseScale(desk.as(who), input))).toBe("forbidden");
    }
    expect(refusal(await reviseScale(desk.as("admin"), { ...input, name: "" }))).toBe("invalid");
    expect(good(await scalePage(desk.as("admin"))).id).toBe(read.id);
  });

  test("is revised, not edited; the same request twice is one, and no change is none", async () => {
    const desk = await makeDesk(fresh.db);
    const { input } = await take(desk, preset("PolitiFact"));
    expect(refusal(await reviseScale(desk.as("admin"), input))).toBe("ok");
    expect(refusal(await reviseScale(desk.as("admin"), { ...input, name: "Mine" }))).toBe("conflict");
    expect(refusal((await take(desk, preset("PolitiFact"))).outcome)).toBe("scale-unchanged");
    const fewer = preset("PolitiFact").ratings.slice(0, 5);
    expect(refusal((await take(desk, { ...preset("PolitiFact"), ratings: fewer })).outcome)).toBe("ok");
    const now = good(await scalePage(desk.as("admin")));
    expect(now).toMatchObject({ name: "PolitiFact", revision: 2, verdicts: 0 });
    expect(now.earlier.map(({ name, revision }) => `${name} ${revision}`)).toEqual(["PolitiFact 1", "Five steps 1"]);
    expect(await verifyAudit(fresh.db, desk.deskId)).toMatchObject({ problems: [] });
  });

  test("revised by two at once is revised by one, and the other hears of it", async () => {
    for (let round = 0; round < 10; round += 1) {
      const desk = await makeDesk(fresh.db);
      const { id: scaleId } = good(await scalePage(desk.as("admin")));
      const both = await Promise.all(
        ["Snopes", "Africa Check"].map((name) => {
          const { kind, ratings } = preset(name);
          return reviseScale(desk.as("admin"), {
            id: uuidv7(),
            scaleId,
            name,
            kind,
            preset: name,
            ratings: [...ratings],
          });
        }),
      );
      expect(both.map(refusal).sort()).toEqual(["conflict", "ok"]);
      expect(await fresh.db.ratingScale.count({ where: { deskId: desk.deskId, retiredAt: null } })).toBe(1);
      expect(await fresh.db.ratingScale.count({ where: { deskId: desk.deskId } })).toBe(2);
    }
  });

  test("keeps its words through SQL with the application's role", async () => {
    const desk = await makeDesk(fresh.db);
    const { id } = good(await scalePage(desk.as("admin")));
    const at = [desk.deskId, id];
    expect(await fresh.sql(`UPDATE "RatingScale" SET name = 'Other' WHERE "deskId" = $1 AND id = $2`, at)).toBe(
      "ST003",
    );
    expect(await fresh.sql(`UPDATE "Rating" SET label = 'Other' WHERE "deskId" = $1 AND "scaleId" = $2`, at)).not.toBe(
      "ok",
    );
    await take(desk, preset("Snopes"));
    expect(await fresh.sql(`UPDATE "RatingScale" SET "retiredAt" = NULL WHERE "deskId" = $1 AND id = $2`, at)).toBe(
      "ST003",
    );
  });
});

test("a verdict keeps the words it was given in, and the next needs a rating of the present scale", async () => {
  const desk = await makeDesk(fresh.db);
  const { claimId, article } = await proposedClaim(desk);
  good(await decide(desk.as("editor"), claimId, "approve"));
  const before = good(await claimPage(desk.as("checker"), claimId));
  await take(desk, preset("Own copy"));
  const claim = good(await claimPage(desk.as("checker"), claimId));
  expect(claim.state).toBe("approved");
  expect(claim.revisions[0]?.rating).toMatchObject({ label: "True", token: "true" });
  expect(claim.ratings.map((rating) => rating.label)).toEqual(["Right", "Needs a change", "Wrong"]);
  expect(claim.ratings[0]?.icon).toBe("check");
  const report = good(await articleReport(desk.as("checker"), article.id));
  expect(report.claims[0]?.verdict).toMatchObject({ label: "True", signedOff: true, value: 5 });
  expect(report.summary.ratings).toEqual([{ label: "True", token: "true", claims: 1 }]);
  expect(refusal(await sendSentence(desk, claimId, { ratingId: before.ratings[0]?.id ?? "" }))).toBe("rating-retired");
  await propose(desk.as("checker"), claimId, "Needs a change");
  const { revisions } = good(await claimPage(desk.as("checker"), claimId));
  expect(revisions.map((revision) => revision.rating.label)).toEqual(["Needs a change", "True"]);
  expect(good(await scalePage(desk.as("admin")))).toMatchObject({ verdicts: 1, earlier: [{ verdicts: 1 }] });
});

test("a report says a rating in the article's language where the desk has it", async () => {
  const desk = await makeDesk(fresh.db);
  const [first, ...rest] = preset("Five steps").ratings;
  if (first === undefined) throw new Error("The preset is empty.");
  const translations = { en: { label: "Correct", definition: "In every word." } };
  await take(desk, { ...preset("Five steps"), ratings: [{ ...first, translations }, ...rest] });
  const { claimId, article } = await proposedClaim(desk);
  good(await decide(desk.as("editor"), claimId, "approve"));
  const report = good(await articleReport(desk.as("viewer"), article.id));
  expect(report.claims[0]?.verdict).toMatchObject({ label: "Correct", definition: "In every word." });
  expect(report.summary.ratings).toEqual([{ label: "Correct", token: "true", claims: 1 }]);
});

describe("on a scale without ratings", () => {
  test("the sentence is the verdict, wherever it is shown", async () => {
    const desk = await makeDesk(fresh.db);
    await take(desk, preset("In a sentence"));
    const { claimId, article } = await emptyClaim(desk);
    expect(refusal(await sendSentence(desk, claimId))).toBe("invalid");
    good(await sendSentence(desk, claimId, { sentence }));
    const claim = good(await claimPage(desk.as("editor"), claimId));
    expect(claim.scaleKind).toBe("sentence");
    expect(claim.revisions[0]).toMatchObject({ sentence, rating: { label: sentence, token: "off" } });
    expect(good(await articlePage(desk.as("editor"), article.id)).claims[0]?.rating?.label).toBe(sentence);
    const queue = await reviewQueue(desk.as("editor"), { view: "waiting", after: null });
    expect(queue.rows.map((row) => row.rating)).toEqual([{ label: sentence, token: "off", icon: "" }]);
    good(await decide(desk.as("editor"), claimId, "approve"));
    const report = good(await articleReport(desk.as("viewer"), article.id));
    expect(report.claims[0]?.verdict).toMatchObject({ sentence, label: "Assessed", value: null, signedOff: true });
    expect(report.summary.ratings).toEqual([{ label: "Assessed", token: "off", claims: 1 }]);
    for (const format of reportFormats) expect(await writeReport(report, format)).toContain(sentence);
  });

  test("it is so too where revisions are chosen to compare, and where verdicts lapsed by their surroundings", async () => {
    const desk = await makeDesk(fresh.db);
    await take(desk, preset("In a sentence"));
    const { claimId, article } = await emptyClaim(desk);
    good(await sendSentence(desk, claimId, { sentence }));
    const { revisions } = good(await compareRevisions(desk.as("editor"), { claimId, from: null, to: null }));
    expect(revisions.map(({ rating }) => rating)).toEqual([{ label: sentence, token: "off" }]);
    good(await decide(desk.as("editor"), claimId, "approve"));
    await addDraft(desk.as("checker"), article, article.text.replace("The service lost", "The service, alas, lost"));
    const { rows } = good(await surroundingsPage(desk.as("editor"), { after: null }));
    expect(rows.map(({ rating }) => rating)).toEqual([{ label: sentence, token: "off" }]);
  });

  test("sent twice it is one, and with another sentence one more", async () => {
    const desk = await makeDesk(fresh.db);
    await take(desk, preset("In a sentence"));
    const { claimId } = await emptyClaim(desk);
    const claim = good(await claimPage(desk.as("checker"), claimId));
    const said = { rationale: "So it is.", asOf: "2026-05-09", suggestedWording: "" };
    const ratingId = claim.ratings[0]?.id ?? "";
    const input = { id: uuidv7(), claimId, rowVersion: claim.rowVersion, ratingId, sentence, ...said };
    expect(good(await proposeVerdict(desk.as("checker"), input)).id).toBe(input.id);
    expect(good(await proposeVerdict(desk.as("checker"), input)).id).toBe(input.id);
    good(await proposeVerdict(desk.as("checker"), { ...input, sentence: "Other words." }));
    const { revisions } = good(await claimPage(desk.as("checker"), claimId));
    expect(revisions.map((revision) => revision.rating.label)).toEqual(["Other words.", sentence]);
  });

  test("elsewhere a sentence is passed over", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId } = await proposedClaim(desk);
    good(await sendSentence(desk, claimId, { sentence }));
    expect(good(await claimPage(desk.as("checker"), claimId)).revisions[0]).toMatchObject({
      sentence: "",
      rating: { label: "True" },
    });
  });
});
