import { afterAll, beforeAll, expect, test } from "vitest";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { nextEdition } from "#lib/server/queries/next-edition.ts";
import { makeDesk, refusal } from "#tests/support/desk.ts";
import { approvedDesk, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("another desk sees nothing of what would be published", async () => {
  const { article } = await approvedDesk(fresh);
  const intruder = (await makeDesk(fresh.db)).as("admin");
  expect(refusal(await editionPreview(intruder, article.id))).toBe("not-found");
  expect(refusal(await nextEdition(intruder, { articleId: article.id, site }))).toBe("not-found");
});
