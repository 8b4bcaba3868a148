import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import { createSource as parsing } from "#lib/schemas/source.ts";
import type { Context } from "#lib/server/context.ts";
import { sourceList } from "#lib/server/queries/source-list.ts";
import { sourcePage } from "#lib/server/queries/source-page.ts";
import { sourceReference } from "#lib/server/queries/source-reference.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { createSource } from "#lib/server/use-cases/create-source.ts";
import { editSource } from "#lib/server/use-cases/edit-source.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { mergeSources } from "#lib/server/use-cases/merge-sources.ts";
import { partSource } from "#lib/server/use-cases/part-source.ts";
import { evidenceInput, good, makeArticle, makeClaim, makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let intruder: Context;
let theirs: string;
let own: string;

const fields = { kind: "document", title: "Ledger", address: "https://l.example/", doi: "10.1000/l" };

beforeAll(async () => {
  fresh = await freshDatabase();
  const checker = (await makeDesk(fresh.db)).as("checker");
  theirs = good(await createSource(checker, parsing.parse({ ...fields, id: uuidv7() }))).id;
  intruder = (await makeDesk(fresh.db)).as("admin");
  own = good(await createSource(intruder, parsing.parse({ kind: "document", title: "Own", id: uuidv7() }))).id;
});
afterAll(() => fresh.close());

describe("another desk's sources are not there", () => {
  const asked = { style: "apa" as const, language: "en-US" as const };
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    sourcePage: () => sourcePage(intruder, { id: theirs, after: null }),
    sourceReference: () => sourceReference(intruder, { id: theirs, ...asked }),
    editSource: () => editSource(intruder, { ...parsing.parse({ ...fields, id: theirs }), rowVersion: 1 }),
    mergeSources: () => mergeSources(intruder, { id: theirs, intoId: own }),
    "mergeSources, into theirs": () => mergeSources(intruder, { id: own, intoId: theirs }),
    partSource: () => partSource(intruder, { id: theirs }),
  };
  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("nor found, listed, nor cited by what names them", async () => {
    expect(await sourceSearch(intruder, { words: "ledger", take: 12 })).toEqual([]);
    expect((await sourceList(intruder, { words: "ledger", kind: null, after: null })).sources).toEqual([]);
    const claim = await makeClaim(intruder, await makeArticle(intruder), "two boats");
    const named = { ...evidenceInput(claim.id), title: "Ledger", address: fields.address, doi: fields.doi };
    good(await linkEvidence(intruder, named));
    const [made] = await sourceSearch(intruder, { words: "ledger", take: 12 });
    expect(made?.id).not.toBe(theirs);
  });

  test("a source made under the id of theirs is one's own", async () => {
    good(await createSource(intruder, parsing.parse({ ...fields, id: theirs, title: "Mine" })));
    expect(good(await sourcePage(intruder, { id: theirs, after: null })).title).toBe("Mine");
  });
});
