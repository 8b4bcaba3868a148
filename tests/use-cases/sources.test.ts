import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourcePage } from "#lib/domain/source-views.ts";
import { editSource as editing, createSource as parsing } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { sourceList } from "#lib/server/queries/source-list.ts";
import { sourcePage } from "#lib/server/queries/source-page.ts";
import { sourceReference } from "#lib/server/queries/source-reference.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { createSource } from "#lib/server/use-cases/create-source.ts";
import { editSource } from "#lib/server/use-cases/edit-source.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { mergeSources } from "#lib/server/use-cases/merge-sources.ts";
import { partSource } from "#lib/server/use-cases/part-source.ts";
import {
  decide,
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let checker: Context;
let editor: Context;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function newDesk(): Promise<void> {
  desk = await makeDesk(fresh.db);
  [checker, editor] = [desk.as("checker"), desk.as("editor")];
}

async function add(fields: Readonly<Record<string, string>>): Promise<string> {
  return good(await createSource(checker, parsing.parse({ kind: "document", id: uuidv7(), ...fields }))).id;
}

async function page(id: string): Promise<SourcePage> {
  return good(await sourcePage(checker, { id, after: null }));
}

async function titles(words: string): Promise<string[]> {
  return (await sourceSearch(checker, { words, take: 12 })).map(({ title }) => title);
}

describe("a source of the library", () => {
  beforeAll(newDesk);

  test("is stored in one form, however DOI and ISBN are written", async () => {
    const id = await add({ title: "A", doi: "https://doi.org/10.1000/ABC", isbn: "0-306-40615-2", volume: "3" });
    expect(await page(id)).toMatchObject({
      doi: "10.1000/abc",
      isbn: "9780306406157",
      isbnShown: "978-0-306-40615-7",
      csl: { volume: "3" },
    });
  });

  test("says at the field what is wrong with them", () => {
    const wrong = parsing.safeParse({ kind: "document", id: uuidv7(), title: "A", doi: "11.1/x", isbn: "123" });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(["doi", "isbn"]);
    expect(parsing.safeParse({ kind: "document", id: uuidv7() }).error?.issues[0]?.path).toEqual(["title"]);
  });

  test("is made once, though the form was sent twice, and edited when sent again with other words", async () => {
    const input = parsing.parse({ kind: "person", id: uuidv7(), title: "Ada Lenk" });
    good(await createSource(checker, input));
    good(await createSource(checker, input));
    good(await createSource(checker, { ...input, interests: "Owns a ferry" }));
    expect(await page(input.id)).toMatchObject({ interests: "Owns a ferry", rowVersion: 2 });
    expect(refusal(await createSource(desk.as("second-checker"), input))).toBe("not-found");
  });

  test("is edited by who read what stands, and found by the new words alone", async () => {
    const id = await add({ title: "Before it was corrected" });
    const edit = editing.parse({ kind: "document", id, title: "Afterwards", rowVersion: 1 });
    good(await editSource(checker, edit));
    expect(await titles("corrected")).toEqual([]);
    expect(await titles("afterw")).toEqual(["Afterwards"]);
    expect(await editSource(editor, edit)).toMatchObject({
      error: { kind: "conflict", current: { title: "Afterwards", rowVersion: "2" } },
    });
    expect(refusal(await editSource(desk.as("viewer"), edit))).toBe("forbidden");
  });

  test("has a reference in a chosen style", async () => {
    const id = await add({ title: "The accounts", author: "Lenk, Ada", publishedOn: "2025" });
    const asked = { id, style: "vancouver" as const, language: "en-US" as const };
    expect(good(await sourceReference(checker, asked)).text).toMatch(/^Lenk A\. The accounts/);
  });
});

describe("finding", () => {
  beforeAll(newDesk);

  test("by words, address, DOI and ISBN, those cited most first", async () => {
    await add({ title: "Ferry timetable", address: "https://www.ferry.example/table/?utm_source=x" });
    await add({ title: "Ferry accounts", doi: "10.1000/f.1", isbn: "9780306406157" });
    const claim = await makeClaim(checker, await makeArticle(checker), "two boats");
    const sourceId = (await sourceSearch(checker, { words: "timetable", take: 1 }))[0]?.id ?? "";
    good(await linkEvidence(checker, { ...evidenceInput(claim.id), sourceId }));
    expect(await titles("ferr")).toEqual(["Ferry timetable", "Ferry accounts"]);
    for (const words of ["http://ferry.example/ta", "ferry.example/table"]) {
      expect(await titles(words), words).toEqual(["Ferry timetable"]);
    }
    for (const words of ["10.1000/f", "doi:10.1000/F.1", "978-0-3064", "0306406152"]) {
      expect(await titles(words), words).toEqual(["Ferry accounts"]);
    }
    expect(await titles("%")).toEqual([]);
    expect(await titles("https://")).toHaveLength(2);
    const [used] = await sourceSearch(checker, { words: "timetable", take: 1 });
    expect(used).toMatchObject({ uses: 1, lastUsedAt: expect.any(String) });
  });

  test("what is rare among thousands changed since", async () => {
    await add({ title: "Zanzibar ledger" });
    await fresh.db.source.createMany({
      data: Array.from({ length: 2500 }, (_, index) => ({
        deskId: desk.deskId,
        id: uuidv7(),
        title: `Report ${index}`,
        searchText: `/ report ${index} /`,
        createdById: checker.actor.memberId,
        createdAt: new Date(),
        updatedAt: new Date(Date.now() + index),
      })),
    });
    expect(await titles("zanz")).toEqual(["Zanzibar ledger"]);
    expect(await titles("report")).toHaveLength(12);
  });

  test("the list is paged, without a source twice or left out", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const list = await sourceList(checker, { words: "report", kind: "publication", after });
      seen.push(...list.sources.map(({ id }) => id));
      after = list.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(2500);
    expect(seen).toHaveLength(2500);
    expect((await sourceList(checker, { words: "report", kind: "dataset", after: "nonsense" })).sources).toEqual([]);
  });
});

describe("citing", () => {
  beforeAll(newDesk);

  test("by address, DOI or ISBN means the source that the desk has", async () => {
    const claim = await makeClaim(checker, await makeArticle(checker), "two boats");
    const known = await add({
      title: "Ledger",
      address: "https://l.example/a",
      doi: "10.1000/l",
      isbn: "9780306406157",
    });
    const blank = { title: "", publication: "", author: "", address: "" };
    const ways = [
      { ...blank, address: "http://www.l.example/a/?utm_source=x" },
      { ...blank, title: "Another title", doi: "10.1000/l" },
      { ...blank, title: "LEDGER", isbn: "9780306406157" },
    ];
    for (const way of ways) good(await linkEvidence(checker, { ...evidenceInput(claim.id), ...way }));
    const { evidence } = good(await claimPage(checker, claim.id));
    expect(evidence.map(({ source }) => source.id)).toEqual([known, known, known]);
    expect((await page(known)).uses.map(({ claimNumber }) => claimNumber)).toEqual([1, 1, 1]);
  });

  test("another thing on the same page is a source of its own, and said to be maybe the same", async () => {
    const claim = await makeClaim(checker, await makeArticle(checker), "212 passengers");
    const input = { ...evidenceInput(claim.id), title: "The table below", address: "https://l.example/a" };
    good(await linkEvidence(checker, { ...input, interests: "Paid by the board" }));
    const source = good(await claimPage(checker, claim.id)).evidence[0]?.source;
    expect(source).toMatchObject({ title: "The table below", interests: "Paid by the board" });
    const { similar } = await page(source?.id ?? "");
    expect(similar.map(({ title, why }) => [title, why])).toEqual([["Ledger", "address"]]);
  });
});

describe("merging", () => {
  beforeAll(newDesk);

  test("shows one source for both, makes no verdict stale, and is undone", async () => {
    const { claimId } = await proposedClaim(desk);
    good(await decide(editor, claimId, "approve"));
    const from = good(await claimPage(checker, claimId)).evidence[0]?.source.id ?? "";
    const into = await add({ title: "The accounts of the board" });
    expect(refusal(await mergeSources(checker, { id: from, intoId: into }))).toBe("forbidden");
    expect(refusal(await mergeSources(editor, { id: from, intoId: from }))).toBe("source-merges-itself");
    good(await mergeSources(editor, { id: from, intoId: into }));
    good(await mergeSources(editor, { id: from, intoId: into }));

    expect(good(await claimPage(checker, claimId)).state).toBe("approved");
    const merged = await page(from);
    expect(merged).toMatchObject({ id: into, useCount: 1 });
    expect(merged.merged.map(({ id }) => id)).toEqual([from]);
    expect(await titles("harbour.example/accounts")).toEqual(["The accounts of the board"]);
    const edit = editing.parse({ kind: "document", id: from, title: "X", rowVersion: 2 });
    expect(refusal(await editSource(checker, edit))).toBe("source-merged");

    good(await partSource(editor, { id: from }));
    good(await partSource(editor, { id: from }));
    expect(await page(from)).toMatchObject({ id: from, useCount: 1, merged: [] });
    expect(good(await claimPage(checker, claimId)).state).toBe("approved");
  });

  test("leaves no chains", async () => {
    const [a, b, c] = [await add({ title: "A1" }), await add({ title: "B1" }), await add({ title: "C1" })];
    good(await mergeSources(editor, { id: a, intoId: b }));
    expect(refusal(await mergeSources(editor, { id: c, intoId: a }))).toBe("source-merged");
    expect(refusal(await mergeSources(editor, { id: a, intoId: c }))).toBe("source-merged");
    good(await mergeSources(editor, { id: b, intoId: c }));
    expect((await page(a)).id).toBe(c);
    expect((await page(c)).merged.map(({ title }) => title).toSorted()).toEqual(["A1", "B1"]);
  });

  test("two merges of the same two at once leave one of them standing", async () => {
    const [a, b] = [await add({ title: "A2" }), await add({ title: "B2" })];
    const outcomes = await Promise.all([
      mergeSources(editor, { id: a, intoId: b }),
      mergeSources(desk.as("second-editor"), { id: b, intoId: a }),
    ]);
    expect(outcomes.map(refusal).toSorted()).toEqual(["ok", "source-merged"]);
  });
});
