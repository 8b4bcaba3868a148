import { once } from "node:events";
import { createServer } from "node:http";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { feedsPage } from "#lib/server/queries/feeds-page.ts";
import { auditEntriesAfter } from "#lib/server/repositories/audit.ts";
import { lookAtFeed } from "#lib/server/use-cases/look-at-feed.ts";
import { noteLook } from "#lib/server/use-cases/note-look.ts";
import { readFeeds } from "#lib/server/use-cases/read-feeds.ts";
import { unwatchFeed, watchFeed } from "#lib/server/use-cases/watch-feed.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
let origin = "";
let stories: string[] = [];
let isGone = false;
const site = createServer((request, response) => {
  if (isGone) return void response.writeHead(503).end();
  if (request.url === "/page") {
    const head = `<link rel="alternate" type="application/rss+xml" title="All stories" href="/feed">`;
    return void response.writeHead(200, { "content-type": "text/html" }).end(`<html><head>${head}</head></html>`);
  }
  if (request.url === "/bare") {
    return void response.writeHead(200, { "content-type": "text/html" }).end("<html><body><p>x</p></body></html>");
  }
  const items = stories.map((name) => `<item><title>${name}</title><link>${origin}/${name}</link></item>`);
  response.writeHead(200, { "content-type": "application/rss+xml" });
  response.end(`<rss version="2.0"><channel><title>The Lantern</title>${items.join("")}</channel></rss>`);
});

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const address = site.address();
  origin = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
});
afterAll(async () => {
  site.close();
  await fresh.close();
});

/** Somebody of the desk, so many minutes after noon, who may fetch from the test's own site. */
function at(name: string, minutes: number): Context {
  const now = new Date(Date.UTC(2026, 10, 23, 12, minutes));
  const context = desk.as(name);
  const fetchPolicy = { ...context.fetchPolicy, allowedHosts: [origin.replace("http://", "")] };
  return { ...context, now, fetchPolicy };
}

async function news(context: Context): Promise<(string | number | boolean)[]> {
  const { feeds, isDue } = good(await feedsPage(context));
  const [feed] = feeds;
  const marked = feed?.items.filter((item) => item.isNew).map((item) => item.title) ?? [];
  return [feed?.fresh ?? "none", isDue, ...marked];
}

test("a feed is watched once, read again when it is due, and what is new is each person's own", async () => {
  stories = ["one", "two"];
  const id = uuidv7();
  expect(good(await watchFeed(at("checker", 0), { id, address: `${origin}/feed` })).id).toBe(id);
  expect(good(await watchFeed(at("editor", 1), { id: uuidv7(), address: `${origin}/feed` })).id).toBe(id);
  expect(await news(at("checker", 2))).toEqual([0, false]);

  stories = ["three", "one", "two"];
  expect(good(await readFeeds(at("checker", 10), {})).read).toBe(0);
  expect(good(await readFeeds(at("checker", 40), {})).read).toBe(1);
  expect(await news(at("checker", 41))).toEqual([1, false, "three"]);
  good(await noteLook(at("checker", 41)));
  expect(await news(at("checker", 50))).toEqual([1, false, "three"]);
  expect(await news(at("checker", 90))).toEqual([0, true]);
  expect(await news(at("editor", 90))).toEqual([1, true, "three"]);

  isGone = true;
  good(await readFeeds(at("checker", 100), { id }));
  isGone = false;
  const [failed] = good(await feedsPage(at("checker", 100))).feeds;
  expect(failed?.problem).toMatch(/503/);
  expect(failed?.items).toHaveLength(3);
  good(await readFeeds(at("checker", 101), { id }));
  expect(good(await feedsPage(at("checker", 101))).feeds[0]?.problem).toBe("");

  good(await unwatchFeed(at("checker", 102), { id }));
  expect(good(await feedsPage(at("checker", 103))).feeds).toEqual([]);
  expect(refusal(await unwatchFeed(at("checker", 103), { id }))).toBe("not-found");
  expect(refusal(await readFeeds(at("checker", 103), { id }))).toBe("not-found");
  const entries = await auditEntriesAfter(fresh.db, desk.deskId, { seq: 0n, take: 100 });
  expect(entries.map(({ action }) => action).filter((action) => action.startsWith("feed"))).toEqual([
    "feed.watch",
    "feed.unwatch",
  ]);
});

test("a page offers its feeds, and what has none is a sentence", async () => {
  const found = good(await lookAtFeed(at("checker", 0), { address: `${origin}/page` }));
  expect(found).toEqual({ kind: "page", feeds: [{ title: "All stories", address: `${origin}/feed` }] });
  const feed = good(await lookAtFeed(at("checker", 0), { address: `${origin}/feed` }));
  expect(feed.kind === "feed" && feed.feed.title).toBe("The Lantern");
  const bare = await lookAtFeed(at("checker", 0), { address: `${origin}/bare` });
  expect(!bare.ok && bare.error).toMatchObject({ kind: "invalid", fields: { address: /no feed/ } });
  const page = await watchFeed(at("checker", 0), { id: uuidv7(), address: `${origin}/page` });
  expect(refusal(page)).toBe("invalid");
  const inner = await lookAtFeed(desk.as("checker"), { address: `${origin}/feed` });
  expect(refusal(inner)).toBe("invalid");
});

test("two who watch the same feed at once watch one", async () => {
  const watching = ["checker", "editor"].map((name) =>
    watchFeed(at(name, 0), { id: uuidv7(), address: `${origin}/together` }),
  );
  const ids = (await Promise.all(watching)).map((outcome) => good(outcome).id);
  expect(new Set(ids).size).toBe(1);
});

test("a viewer may not, and another desk sees nothing of it", async () => {
  const id = uuidv7();
  good(await watchFeed(at("checker", 0), { id, address: `${origin}/own` }));
  const viewer = at("viewer", 0);
  const input = { id: uuidv7(), address: `${origin}/feed` };
  const all = [
    await watchFeed(viewer, input),
    await lookAtFeed(viewer, input),
    await readFeeds(viewer, {}),
    await unwatchFeed(viewer, { id }),
    await feedsPage(viewer),
    await noteLook(viewer),
  ];
  expect(all.map(refusal)).toEqual(all.map(() => "forbidden"));
  const other = (await makeDesk(fresh.db)).as("admin");
  expect(good(await feedsPage(other)).feeds).toEqual([]);
  expect(refusal(await unwatchFeed(other, { id }))).toBe("not-found");
  expect(refusal(await readFeeds(other, { id }))).toBe("not-found");
});
