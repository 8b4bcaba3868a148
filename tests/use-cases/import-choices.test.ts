import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { changeStaged } from "#lib/server/use-cases/change-staged.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

const page = `<!doctype html><html lang="en"><head><title>The Wall</title></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/n">News from the county</a></li></ul></nav>
<main><article><h1>The Wall</h1>
<p>The county spent 14 million crowns on the wall, the treasurer said on Monday, and the auditors wrote it down in a report that nobody asked for until the water came.</p>
<p>Nothing of it was built before the flood of 2023, which took the bridge and the mill with it, and left the lower town without a road for the better part of a year.</p>
<p>In the spring the council asked again where the money had gone, and was told that most of it had been spent on plans, on counsel, and on an engineer who had never seen the river.</p>
<p>The engineer, reached by telephone, said that he had seen it twice, both times from the train, and that his drawings had been paid for in full before the first stone was ordered by anybody.</p>
<p>Residents of the lower town have since raised a wall of their own, out of sandbags and old doors, along the four hundred metres that the county had marked as safe in every map it printed.</p>
<p>The county will vote on a new plan in June. It is to cost 22 million crowns, of which nine are for the bridge, and it names no date by which anything has to stand or to be finished.</p></article></main>
<footer class="footer"><p><a href="/subscribe">Subscribe to the Lantern for two crowns a week</a></p></footer></body></html>`;

const details = { byline: "", publisher: "", publishedOn: null, address: null, language: null };

async function stagedPage(context: Context): Promise<string> {
  const bytes = new TextEncoder().encode(page);
  const file = { way: "file", id: uuidv7(), bytes, fileName: "wall.html", contentType: "text/html" } as const;
  return good(await stageImport(context, file)).id;
}

async function piece(context: Context, id: string, words: string) {
  const found = good(await importPreview(context, id)).pieces.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`There is no piece with ${words}.`);
  return found;
}

describe("a staged import", () => {
  test("shows what was taken and what was left out in the order of the page", async () => {
    const checker = desk.as("checker");
    const { pieces, counts } = good(await importPreview(checker, await stagedPage(checker)));
    const order = ["News from the county", "The county spent", "Nothing of it", "Subscribe to the Lantern"];
    const at = order.map((words) => pieces.findIndex(({ text }) => text.includes(words)));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(pieces.filter(({ text }) => order.slice(1, 3).some((words) => text.includes(words)))).toMatchObject([
      { taken: true, why: null },
      { taken: true, why: null },
    ]);
    expect(pieces.find(({ text }) => text.includes("Subscribe"))).toMatchObject({ taken: false, why: "outside" });
    expect(pieces.find(({ why }) => why === "title")?.text).toBe("The Wall");
    expect(counts.taken + counts.leftOut).toBe(pieces.length);
  });

  test("is frozen with what was put back and without what was taken out; undone, nothing is changed", async () => {
    const checker = desk.as("checker");
    const id = await stagedPage(checker);
    const [sold, spent] = [await piece(checker, id, "Subscribe"), await piece(checker, id, "The county spent")];
    good(await changeStaged(checker, { id, pieces: [sold.id], to: "taken" }));
    good(await changeStaged(checker, { id, pieces: [sold.id], to: "taken" }));
    good(await changeStaged(checker, { id, pieces: [spent.id], to: "left-out" }));
    expect([(await piece(checker, id, "Subscribe")).taken, (await piece(checker, id, "spent")).taken]).toEqual([
      true,
      false,
    ]);
    const other = await piece(checker, id, "Nothing of it");
    good(await changeStaged(checker, { id, pieces: [other.id], to: "left-out" }));
    good(await changeStaged(checker, { id, pieces: [other.id], to: "taken" }));
    const seen = good(await importPreview(checker, id)).pieces.flatMap((one) => (one.taken ? [one.text] : []));
    good(await importArticle(checker, { id, title: "The Wall", ...details }));
    const { text } = good(await articlePage(checker, id));
    expect(text).toBe(seen.join("\n\n"));
    expect(text).toContain("Subscribe to the Lantern");
    expect(text).toContain("Nothing of it was built");
    expect(text).not.toContain("The county spent");
  });

  test("refuses to become empty, and pieces that it does not have", async () => {
    const checker = desk.as("checker");
    const id = await stagedPage(checker);
    const taken = good(await importPreview(checker, id)).pieces.flatMap((one) => (one.taken ? [one.id] : []));
    expect(refusal(await changeStaged(checker, { id, pieces: taken, to: "left-out" }))).toBe("invalid");
    expect(refusal(await changeStaged(checker, { id, pieces: [0, 4_000], to: "taken" }))).toBe("not-found");
    expect(good(await importPreview(checker, id)).pieces.filter((one) => one.taken)).toHaveLength(taken.length);
  });

  test("is its importer's alone, and nobody may change it who may not import", async () => {
    const id = await stagedPage(desk.as("checker"));
    const change = { id, pieces: [0], to: "taken" as const };
    expect(refusal(await changeStaged(desk.as("second-checker"), change))).toBe("not-found");
    expect(refusal(await changeStaged(desk.as("viewer"), change))).toBe("forbidden");
    const other = await makeDesk(fresh.db);
    expect(refusal(await changeStaged(other.as("admin"), change))).toBe("not-found");
  });

  test("keeps every one of many choices made at once", async () => {
    const checker = desk.as("checker");
    const text = Array.from({ length: 12 }, (_, index) => `Paragraph number ${index} says a thing.`).join("\n\n");
    const { id } = good(await stageImport(checker, { way: "paste", id: uuidv7(), text, html: "" }));
    const changes = [1, 3, 5, 7, 9].map((at) => changeStaged(checker, { id, pieces: [at], to: "left-out" }));
    expect((await Promise.all(changes)).map(refusal)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
    const left = good(await importPreview(checker, id)).pieces.filter((one) => !one.taken);
    expect(left.map((one) => one.id)).toEqual([1, 3, 5, 7, 9]);
  });

  test("of more than 500 blocks is shown in parts", async () => {
    const checker = desk.as("checker");
    const text = Array.from({ length: 1_203 }, (_, index) => `Paragraph ${index} of many.`).join("\n\n");
    const { id } = good(await stageImport(checker, { way: "paste", id: uuidv7(), text, html: "" }));
    const last = good(await importPreview(checker, id, { page: 3 }));
    expect([last.page, last.pieces.length, last.pieces[0]?.id]).toEqual([{ number: 3, last: 3 }, 203, 1000]);
    expect(good(await importPreview(checker, id, { page: 99 })).page.number).toBe(3);
  });
});
