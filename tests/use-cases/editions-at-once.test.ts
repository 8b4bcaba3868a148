import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EditionDocument } from "#lib/domain/edition.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";
import { evidenceInput, good, refusal } from "#tests/support/desk.ts";
import { approvedClaim, approvedDesk, corrected, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { races } from "#tests/support/races.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const { rounds, timeout } = races(8);

describe("at the same instant", () => {
  test("two publications are one edition and one refusal", { timeout }, async () => {
    const { desk, article } = await approvedDesk(fresh);
    for (let round = 0; round < rounds; round += 1) {
      const { seen, number } = good(await editionPreview(desk.as("editor"), article.id));
      const change = number === 1 ? null : corrected;
      const publish = (who: string) =>
        publishReport(desk.as(who), { id: uuidv7(), articleId: article.id, planVersion: 0, seen, change }, site);
      const both = await Promise.all([publish("editor"), publish("second-editor")]);
      expect(both.map(refusal).sort()).toEqual(["changed-since-preview", "ok"]);
    }
    const rows = await fresh.db.edition.findMany({ where: { articleId: article.id }, orderBy: { number: "asc" } });
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: rounds }, (_, index) => index + 1));
  });

  test("an edit and a publication never freeze a stale verdict as signed off", { timeout }, async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const { desk, article, claimId } = await approvedDesk(fresh);
      await approvedClaim(desk, article, "bought two boats");
      const { seen } = good(await editionPreview(desk.as("editor"), article.id));
      const claim = good(await claimPage(desk.as("checker"), claimId));
      const edit =
        round % 2 === 0
          ? () => linkEvidence(desk.as("checker"), evidenceInput(claimId, "Something else"))
          : () =>
              editClaim(desk.as("checker"), {
                ...{ id: claimId, rowVersion: claim.rowVersion },
                ...{ ...claim.fields, statement: "Other words." },
              });
      const input = { id: uuidv7(), articleId: article.id, planVersion: 0, seen, change: null };
      const [outcome] = await Promise.all([publishReport(desk.as("editor"), input, site), edit()]);
      outcomes.add(refusal(outcome));
      expect(["ok", "work-unfinished"]).toContain(refusal(outcome));
      expect(good(await claimPage(desk.as("viewer"), claimId)).state).toBe("stale");
      const row = await fresh.db.edition.findFirst({ where: { articleId: article.id } });
      expect(row !== null).toBe(outcome.ok);
      if (row === null) continue;
      const { report }: EditionDocument = JSON.parse(row.snapshot);
      const frozen = report.claims.find((one) => one.id === claimId);
      const revision = await fresh.db.verdictRevision.findFirstOrThrow({ where: { claimId } });
      expect(frozen?.verdict).toMatchObject({ signedOff: true, basisDigest: revision.basisDigest });
      expect(frozen?.statement).not.toBe("Other words.");
      expect(frozen?.evidence).toHaveLength(1);
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });

  test("a number that is not the next one, a wrong digest and a key that is over are refused by the database", async () => {
    const { desk, article } = await approvedDesk(fresh);
    await published(desk, article.id);
    const insert = (number: string, digest: string) =>
      fresh.sql(
        `INSERT INTO "Edition" ("deskId", id, "articleId", number, snapshot, digest, correction, "publishedById",
          "publishedAt", "versionId", "keyId", proof)
        SELECT "deskId", $1, "articleId", ${number}, snapshot, ${digest}, '{}', "publishedById", "publishedAt",
          "versionId", "keyId", proof FROM "Edition" WHERE "articleId" = $2`,
        [uuidv7(), article.id],
      );
    expect(await insert("3", "digest")).toBe("ST003");
    expect(await insert("2", "repeat('0', 64)")).toBe("ST003");
    expect(await insert("1", "digest")).toBe("ST003");
    await fresh.sql(`UPDATE "SigningKey" SET "retiredAt" = now() WHERE "deskId" = $1`, [desk.deskId]);
    expect(await insert("2", "digest")).toBe("ST003");
  });
});
