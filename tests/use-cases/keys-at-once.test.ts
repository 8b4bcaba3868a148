import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "#lib/formats/proof/finding.ts";
import { verifyEdition } from "#lib/formats/proof/verify-edition.ts";
import { editionById } from "#lib/server/queries/edition-by-id.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { publishedKeys } from "#lib/server/queries/published-keys.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";
import { revokeKey } from "#lib/server/use-cases/revoke-key.ts";
import { rotateKey } from "#lib/server/use-cases/rotate-key.ts";
import { good, type TestDesk } from "#tests/support/desk.ts";
import { approvedDesk, corrected, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { races } from "#tests/support/races.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const { rounds, timeout } = races(8);

/** Publishes as somebody whose clock is so many milliseconds ahead, or behind; answers the edition's id. */
async function publish(desk: TestDesk, articleId: string, ahead = 0): Promise<string> {
  const editor = desk.as("editor");
  const { plan, seen, number } = good(await editionPreview(editor, articleId));
  const change = number === 1 ? null : corrected;
  const input = { id: uuidv7(), articleId, planVersion: plan.rowVersion, seen, change };
  return good(await publishReport({ ...editor, now: later(editor.now, ahead) }, input, site)).id;
}

async function rotate(desk: TestDesk, ahead = 0): Promise<void> {
  const admin = desk.as("admin");
  good(await rotateKey({ ...admin, now: later(admin.now, ahead) }, { id: uuidv7() }));
}

/** What does not fit in an edition, by the keys that its desk publishes. */
async function complaints(desk: TestDesk, id: string): Promise<readonly Finding[]> {
  const signed = good(await editionById(desk.as("viewer"), id));
  const keys = (await publishedKeys({ db: fresh.db }, desk.deskId)) ?? [];
  return verifyEdition(signed, { keys }).filter(({ ok }) => ok !== true);
}

const later = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

describe("an edition fits its key", () => {
  test("that was made at the instant of publishing", { timeout }, async () => {
    const { desk, article } = await approvedDesk(fresh);
    await published(desk, article.id);
    for (let round = 0; round < rounds; round += 1) {
      const [id] = await Promise.all([publish(desk, article.id), rotate(desk)]);
      expect(await complaints(desk, id)).toEqual([]);
    }
  });

  test("that was made while the publication waited", async () => {
    const { desk, article } = await approvedDesk(fresh);
    await rotate(desk);
    expect(await complaints(desk, await publish(desk, article.id, -60_000))).toEqual([]);
  });

  test("that was retired by a clock behind the publisher's, and revoked by another", async () => {
    const { desk, article } = await approvedDesk(fresh);
    const id = await publish(desk, article.id, 60_000);
    await rotate(desk);
    expect(await complaints(desk, id)).toEqual([]);
    const admin = desk.as("admin");
    const old = await fresh.db.signingKey.findFirstOrThrow({
      where: { deskId: desk.deskId, retiredAt: { not: null } },
    });
    good(await revokeKey(admin, { id: old.id, reason: "The laptop was stolen." }));
    expect(await complaints(desk, id)).toMatchObject([{ code: "key-revoked", ok: null }]);
    expect(await complaints(desk, await publish(desk, article.id))).toEqual([]);
  });
});

test("a key that is not yet made signs nothing, and none retires before what it signed", async () => {
  const { desk, article } = await approvedDesk(fresh);
  const { edition } = await published(desk, article.id);
  const where = { deskId: desk.deskId };
  const present = await fresh.db.signingKey.findFirstOrThrow({ where });
  const early = fresh.sql(
    `INSERT INTO "Edition" ("deskId", id, "articleId", number, snapshot, digest, correction, "publishedById",
      "publishedAt", "versionId", "keyId", proof)
    SELECT "deskId", $1, "articleId", 2, snapshot, digest, '{}', "publishedById", $2, "versionId", "keyId", proof
      FROM "Edition" WHERE "articleId" = $3`,
    [uuidv7(), later(present.createdAt, -1), article.id],
  );
  expect(await early).toBe("ST003");
  const before = later(new Date(edition.publishedAt), -1);
  const retire = fresh.sql(`UPDATE "SigningKey" SET "retiredAt" = $1 WHERE "deskId" = $2`, [before, desk.deskId]);
  expect(await retire).toBe("ST003");
});
