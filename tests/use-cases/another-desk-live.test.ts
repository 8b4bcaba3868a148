import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cursorKey, openCursor } from "#lib/server/live/cursor.ts";
import { liveStart } from "#lib/server/queries/live-start.ts";
import { whoIsHere } from "#lib/server/repositories/presence.ts";
import { tellPresence } from "#lib/server/use-cases/tell-presence.ts";
import { good, makeDesk, proposedClaim, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let other: TestDesk;
let theirs: Awaited<ReturnType<typeof proposedClaim>>;
const secret = "a secret of this test, long enough to be one";

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = secret;
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  other = await makeDesk(fresh.db);
  theirs = await proposedClaim(desk);
});
afterAll(() => fresh.close());

describe("another desk's live changes", () => {
  test("nobody is on its articles and claims from outside, nor takes a page of it", async () => {
    const intruder = other.as("admin");
    const id = uuidv7();
    const places = [
      { articleId: theirs.article.id, claimId: null },
      { articleId: null, claimId: theirs.claimId },
      { articleId: theirs.article.id, claimId: theirs.claimId },
    ];
    for (const place of places) {
      expect(refusal(await tellPresence(intruder, { id, ...place, gone: false }))).toBe("not-found");
    }
    const page = { id, articleId: theirs.article.id, claimId: null, gone: false };
    good(await tellPresence(desk.as("viewer"), page));
    good(await tellPresence(intruder, { ...page, gone: true }));
    expect(await whoIsHere(fresh.db, desk.deskId)).toHaveLength(1);
    expect(await whoIsHere(fresh.db, other.deskId)).toEqual([]);
  });

  test("a cursor is one's own", async () => {
    const key = cursorKey(secret);
    const cursor = (await liveStart(desk.as("viewer"))) ?? "";
    expect(openCursor(key, desk.as("viewer").actor, cursor)).toBeGreaterThan(0n);
    expect(openCursor(key, desk.as("editor").actor, cursor)).toBeNull();
    expect(openCursor(key, other.as("viewer").actor, cursor)).toBeNull();
    expect(openCursor(cursorKey("another secret"), desk.as("viewer").actor, cursor)).toBeNull();
    const { actor } = desk.as("viewer");
    const outside = { ...actor, outside: { claimId: theirs.claimId, purpose: "review" as const } };
    expect(await liveStart({ ...desk.as("viewer"), actor: outside })).toBeNull();
  });
});
