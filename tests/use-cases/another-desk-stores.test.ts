import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { makeCaptureAssets } from "#lib/server/use-cases/make-capture-assets.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { keepCopy } from "#tests/support/kept-copy.ts";

let fresh: Fresh;
let theirs: Context;
let intruder: Context;
beforeAll(async () => {
  fresh = await freshDatabase();
  theirs = (await makeDesk(fresh.db)).as("checker");
  intruder = (await makeDesk(fresh.db)).as("checker");
});
afterAll(() => fresh.close());

test("nothing is made beside another desk's copy", async () => {
  const captureId = await keepCopy(theirs, { sourceId: await capturedSource(theirs, ""), text: "Only theirs." });
  const { actor, ...rest } = intruder;
  const tools = { chromium: "/nowhere/chromium", wayback: "https://archive.example/save/" };
  const context = { ...rest, deskId: actor.deskId, signal: new AbortController().signal, tools };
  for (const deskId of [actor.deskId, theirs.actor.deskId])
    expect(refusal(await makeCaptureAssets(context, { deskId, captureId }))).toBe("not-found");
  expect(refusal(await makeCaptureAssets(context, { deskId: actor.deskId, captureId: uuidv7() }))).toBe("not-found");
  expect(await fresh.db.captureAsset.count()).toBe(0);
});
