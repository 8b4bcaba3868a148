import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { keysPage } from "#lib/server/queries/keys-page.ts";
import { publishedKeys } from "#lib/server/queries/published-keys.ts";
import { revokeKey } from "#lib/server/use-cases/revoke-key.ts";
import { rotateKey } from "#lib/server/use-cases/rotate-key.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let intruder: Context;
const theirs = { retired: uuidv7(), present: uuidv7() };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  good(await rotateKey(desk.as("admin"), { id: theirs.retired }));
  good(await rotateKey(desk.as("admin"), { id: theirs.present }));
  intruder = (await makeDesk(fresh.db)).as("admin");
});
afterAll(() => fresh.close());

describe("the keys of another desk", () => {
  const keysOf = async (deskId: string) => (await publishedKeys({ db: fresh.db }, deskId)) ?? [];

  test("are not there", async () => {
    for (const id of Object.values(theirs)) {
      expect(refusal(await revokeKey(intruder, { id, reason: "It is ours." }))).toBe("not-found");
    }
    expect(good(await keysPage(intruder)).keys).toEqual([]);
  });

  test("stay as they are when a desk makes one under an id of theirs", async () => {
    const before = await keysOf(desk.deskId);
    good(await rotateKey(intruder, { id: theirs.present }));
    expect(await keysOf(desk.deskId)).toEqual(before);
    expect(before.map(({ keyId, retiredAt, revokedAt }) => [keyId, retiredAt !== null, revokedAt])).toEqual([
      [theirs.present, false, null],
      [theirs.retired, true, null],
    ]);
    const [own, ...others] = await keysOf(intruder.actor.deskId);
    expect(others).toEqual([]);
    expect(before.map(({ publicKey }) => publicKey)).not.toContain(own?.publicKey);
  });
});
