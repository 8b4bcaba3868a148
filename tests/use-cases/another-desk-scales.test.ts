import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scalePresets } from "#lib/domain/scale-presets.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { scalePage } from "#lib/server/queries/scale-page.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { reviseScale } from "#lib/server/use-cases/revise-scale.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
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

describe("the scale of another desk", () => {
  test("is not there to be revised, and one's own stays as it was", async () => {
    const theirs = good(await scalePage(desk.as("admin")));
    const own = good(await scalePage(other.as("admin")));
    for (const { name, kind, preset, ratings } of scalePresets.slice(1, 3)) {
      const input = { id: uuidv7(), scaleId: theirs.id, name, kind, preset, ratings: [...ratings] };
      const outcome = await reviseScale(other.as("admin"), input);
      expect(refusal(outcome)).toBe("conflict");
      expect(JSON.stringify(outcome)).not.toContain(theirs.id);
    }
    expect(good(await scalePage(desk.as("admin")))).toEqual(theirs);
    expect(good(await scalePage(other.as("admin")))).toEqual(own);
  });

  test("has ratings that no verdict here can be given on, nor a row through SQL", async () => {
    const { claimId } = await proposedClaim(other);
    const { rowVersion } = good(await claimPage(other.as("checker"), claimId));
    const ratingId = good(await scalePage(desk.as("admin"))).ratings[0]?.id ?? "";
    const words = { ratingId, rationale: "So it is.", asOf: "2026-05-09", suggestedWording: "" };
    const outcome = await proposeVerdict(other.as("checker"), { id: uuidv7(), claimId, rowVersion, ...words });
    expect(refusal(outcome)).toBe("rating-unknown");
    const scaleId = good(await scalePage(desk.as("admin"))).id;
    const insert = `INSERT INTO "Rating" ("deskId", id, "scaleId", position, label, definition, token) VALUES ($1, $2, $3, 90, 'x', '', 'off')`;
    expect(await fresh.sql(insert, [other.deskId, uuidv7(), scaleId])).toBe("23503");
  });
});
