import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";
import { annotation, deskWithMarks, loss, placesOf, placing, sunk, text, twice } from "#tests/support/annotations.ts";
import { addDraft, good, refusal, stageDraft, type TestDesk } from "#tests/support/desk.ts";
import { edited } from "#tests/support/drafts.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const read = async (desk: TestDesk, id: string) => good(await claimPage(desk.as("viewer"), id));

describe("the offers", () => {
  test("changed words are confirmed as they stand in the text", async () => {
    const { desk, checker, article, row } = await deskWithMarks(fresh.db);
    const claimId = row(2)?.claimId ?? "";
    const sent = { ...placesOf(article), claimIds: [claimId] };
    expect(good(await confirmPlaces(desk.as("second-checker"), sent))).toMatchObject({ confirmed: 1 });
    const view = await read(desk, claimId);
    expect(view).toMatchObject({ quote: { quote: "they carried 212 passengers across the sound" } });
    expect(view.placement).toMatchObject({ kind: "changed", needsPlacing: false });
    expect(view.contributors.map((one) => one.name)).toEqual(["checker", "second-checker"]);
    // From then on it goes along like any other.
    const next = await addDraft(checker, article, `A paragraph that stands first.\n\n${text}`);
    expect((await read(desk, claimId)).placement).toMatchObject({ kind: "exact", needsPlacing: false });
    expect(next.toPlace).toBe(2);
  });

  test("several places are answered with one of them, and never all at once", async () => {
    const { desk, checker, article, row } = await deskWithMarks(fresh.db);
    const [one, other] = [row(3), row(4)];
    const claimId = one?.claimId ?? "";
    for (const id of [claimId, other?.claimId ?? ""]) {
      expect(refusal(await confirmPlaces(checker, { ...placesOf(article), claimIds: [id] }))).toBe(
        "nothing-to-confirm",
      );
    }
    const second = one?.candidates[1];
    const place = { claimId, versionId: article.version.id, rowVersion: one?.rowVersion ?? 0 };
    good(await placeClaim(checker, { ...place, start: second?.start ?? 0, end: second?.end ?? 0 }));
    const view = await read(desk, claimId);
    expect(view.placement).toMatchObject({ kind: "exact", needsPlacing: false });
    const { claims, toPlace } = good(await articlePage(checker, article.id));
    expect(claims.find((claim) => claim.id === claimId)).toMatchObject({ start: text.lastIndexOf(twice) });
    expect(toPlace).toBe(2);
    const late = await placeClaim(desk.as("editor"), {
      ...place,
      start: text.indexOf(twice),
      end: text.indexOf(twice) + twice.length,
    });
    expect(refusal(late)).toBe("placement-settled");
  });

  test("a new version looks for them again by the annotation's words", async () => {
    const { desk, checker, article, row } = await deskWithMarks(fresh.db);
    const [other, several, gone] = [2, 3, 4].map((number) => row(number)?.claimId ?? "");
    const draft = `${edited("212 passengers", "230 passengers", text)}\n\nThere is more to tell. ${sunk}, they say.`;
    const importId = await stageDraft(checker, article.id, draft);
    const preview = good(await newVersion(checker, { importId, page: 1 }));
    expect(preview.comparison.claims).toEqual({ exact: 3, moved: 0, changed: 0, ambiguous: 1, lost: 0 });
    const next = await addDraft(checker, article, draft);
    expect(next.toPlace).toBe(1);
    const kinds = async (id = "") => (await read(desk, id)).placement.kind;
    expect([await kinds(other), await kinds(several), await kinds(gone)]).toEqual(["exact", "ambiguous", "exact"]);
    expect((await read(desk, gone ?? "")).quote.quote).toBe(sunk);
    expect((await read(desk, gone ?? "")).history.at(-1)?.sentence).toBe("froze version 2, in which the words stand");
    const again = await placing(desk, next);
    expect(again.row(3)?.candidates.map(({ start }) => start)).toEqual([
      next.text.indexOf(twice),
      next.text.lastIndexOf(twice),
    ]);
    expect(again.row(3)?.before).toMatchObject({ quote: twice, versionNumber: null });
    const third = await addDraft(checker, next, `${next.text.replace(`${twice}, as before.`, "It is as before.")}`);
    expect(third.toPlace).toBe(0);
    expect(await kinds(several)).toBe("exact");
    expect((await verifyAudit(fresh.db, desk.deskId)).problems).toEqual([]);
  });

  test("what is still not found in a new version is still asked about, an offer by where it went", async () => {
    const { desk, checker, article } = await deskWithMarks(fresh.db);
    const next = await addDraft(checker, article, `A paragraph that stands first.\n\n${text}`);
    const { page, row } = await placing(desk, next);
    expect(page.counts).toEqual({ changed: 1, ambiguous: 1, lost: 1 });
    expect(row(2)?.offered?.quote).toBe("they carried 212 passengers across the sound");
    expect(row(4)).toMatchObject({ kind: "lost", around: null, before: { versionNumber: null } });
  });

  test("a position without words is only offered", async () => {
    const start = text.indexOf(loss);
    const position = { type: "TextPositionSelector", start, end: start + loss.length };
    const { desk, checker, article, row } = await deskWithMarks(fresh.db, [
      { type: "Annotation", target: { selector: position } },
    ]);
    expect(row(1)).toMatchObject({
      kind: "changed",
      before: { quote: "", versionNumber: null },
      offered: { quote: loss },
    });
    const next = await addDraft(checker, article, `One more paragraph at the beginning.\n\n${text}`);
    const carried = await placing(desk, next);
    expect(carried.row(1)).toMatchObject({ kind: "changed", offered: { quote: loss } });
    const claimIds = [carried.row(1)?.claimId ?? ""];
    good(await confirmPlaces(checker, { ...placesOf(next), claimIds }));
    expect((await read(desk, claimIds[0] ?? "")).quote.quote).toBe(loss);
  });

  test("a passage that ends inside a word is only offered, and whole", async () => {
    const start = text.indexOf("212 passengers") + 5;
    const { row, result } = await deskWithMarks(fresh.db, [
      annotation("first morning they carried 212 passen", { prefix: "On the ", suffix: "gers across" }),
      annotation("ickets cost nine crow"),
      { type: "Annotation", target: { selector: { type: "TextPositionSelector", start, end: start + 3 } } },
    ]);
    expect(result).toMatchObject({ claims: 3, toPlace: 3 });
    expect(row(1)).toMatchObject({
      kind: "changed",
      offered: { quote: "first morning they carried 212 passengers" },
    });
    expect(row(2)?.candidates.map(({ quote }) => quote)).toEqual([twice, twice]);
    expect(row(3)).toMatchObject({ kind: "changed", offered: { quote: "passengers" } });
  });

  test("the annotation's words are kept as they came, whatever the application does", async () => {
    const { desk } = await deskWithMarks(fresh.db);
    const change = `UPDATE "Claim" SET annotation = NULL WHERE "deskId" = $1 AND annotation IS NOT NULL`;
    expect(await fresh.sql(change, [desk.deskId])).toBe("ST003");
  });
});
