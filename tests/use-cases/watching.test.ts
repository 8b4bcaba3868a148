import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ArticleView } from "#lib/domain/views.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { noticesPage, unreadCount } from "#lib/server/queries/notices-page.ts";
import { watchesOfSource } from "#lib/server/queries/watches-of-source.ts";
import { auditEntriesAfter } from "#lib/server/repositories/audit.ts";
import { attachCapture } from "#lib/server/use-cases/attach-capture.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { readNotices } from "#lib/server/use-cases/read-notices.ts";
import { recheckAddress } from "#lib/server/use-cases/recheck-address.ts";
import { startWatching, stopWatching } from "#lib/server/use-cases/stop-watching.ts";
import {
  decide,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { ChangingSite, fetching, hours, page, passage, rest, watchedEvidence } from "#tests/support/watched.ts";

let fresh: Fresh;
let desk: TestDesk;
let article: ArticleView;
const site = new ChangingSite();
let claimId = "";

beforeAll(async () => {
  fresh = await freshDatabase();
  await site.open();
});
afterAll(async () => {
  site.close();
  await fresh.close();
});
beforeEach(async () => {
  desk = await makeDesk(fresh.db);
  article = await makeArticle(desk.as("checker"));
  claimId = (await makeClaim(desk.as("checker"), article, "two boats")).id;
});

async function watched(words = passage) {
  site.shows(page);
  const context = fetching(desk.as("checker"), site);
  return await watchedEvidence(context, { claimId, address: `${site.origin}/accounts/${uuidv7()}`, passage: words });
}

async function look(watchId: string, now: Date) {
  const { actor: _, blobs: __, ...context } = fetching(desk.as("checker"), site);
  return good(await recheckAddress({ ...context, now, deskId: desk.deskId }, watchId)).state;
}

async function stored(watchId: string) {
  const watch = await fresh.db.watch.findFirstOrThrow({
    where: { id: watchId },
    include: { outcomes: true, passages: true },
  });
  return { ...watch, passages: watch.passages.map(({ state, now }) => [state, now]) };
}

async function told(name: string): Promise<string[]> {
  return good(await noticesPage(desk.as(name), { after: null })).notices.map(({ kind }) => kind);
}

test("the same page is alive, whatever its bytes, and is looked at again after a day", async () => {
  const { watchId } = await watched();
  expect(await look(watchId, hours(0))).toBe("alive");
  site.shows(`${page}<!-- served at noon -->`);
  expect(await look(watchId, hours(24))).toBe("alive");
  const watch = await stored(watchId);
  expect(watch).toMatchObject({ failures: 0, problem: "", passages: [["found", ""]], nextAt: hours(48) });
  expect(watch.outcomes).toHaveLength(2);
  expect(await told("checker")).toEqual([]);
});

test("a change elsewhere is noticed and nobody is told", async () => {
  const { watchId } = await watched();
  site.shows(`${page}<p>Corrected in May: a name.</p>`);
  expect(await look(watchId, hours(0))).toBe("changed");
  expect((await stored(watchId)).passages).toEqual([["found", ""]]);
  expect(await told("checker")).toEqual([]);
});

test("other words in the place of the passage: its people are told once, and see the new words", async () => {
  const { watchId, evidenceId } = await watched();
  site.shows(page.replace("1 913 406", "1 813 406"));
  expect(await look(watchId, hours(0))).toBe("passage-changed");
  expect((await stored(watchId)).passages).toEqual([["changed", expect.stringContaining("1 813 406")]]);
  expect(await told("checker")).toEqual(["passage-changed"]);
  expect(await told("editor")).toEqual([]);
  await look(watchId, hours(24));
  expect(await told("checker")).toEqual(["passage-changed"]);
  const claim = good(await claimPage(desk.as("checker"), claimId));
  expect(claim.evidence.find((item) => item.id === evidenceId)?.watch).toMatchObject({ passage: "changed" });
  expect(claim.history.map(({ who, sentence }) => [who, sentence])).toContainEqual([
    "Stet",
    "noticed a change at a source: The passage changed",
  ]);
});

test("words that differ in quotation marks and spaces are the same words", async () => {
  const { watchId } = await watched();
  site.shows(page.replaceAll(" 913 ", "\u00a0913\u00a0"));
  expect(["alive", "changed"]).toContain(await look(watchId, hours(0)));
  expect((await stored(watchId)).passages).toEqual([["found", ""]]);
});

test("a passage that was cut from the page is gone, and comes back", async () => {
  const { watchId } = await watched();
  site.shows(`<h1>Annual accounts</h1>${rest}`);
  expect(await look(watchId, hours(0))).toBe("passage-changed");
  expect((await stored(watchId)).passages).toEqual([["gone", ""]]);
  expect(await told("checker")).toEqual(["passage-gone"]);
  site.shows(page);
  expect(await look(watchId, hours(24))).toBe("alive");
  expect((await stored(watchId)).passages).toEqual([["found", ""]]);
  expect(await told("checker")).toEqual(["passage-gone"]);
});

test("another page in its place, and no page at all, take a second look before anybody is told", async () => {
  const { watchId } = await watched();
  site.shows("<p>We value your privacy. Accept all cookies to go on reading this site, or choose what you allow.</p>");
  expect(await look(watchId, hours(0))).toBe("alive");
  expect(await stored(watchId)).toMatchObject({ passages: [], nextAt: hours(1), problem: /looks again/ });
  expect(await look(watchId, hours(0.1))).toBe("alive");
  expect(await told("checker")).toEqual([]);
  site.shows(page);
  expect(await look(watchId, hours(1))).toBe("alive");
  site.says(404);
  expect(await look(watchId, hours(25))).toBe("alive");
  expect(await look(watchId, hours(26))).toBe("gone");
  expect(await told("checker")).toEqual(["source-gone"]);
  expect(await look(watchId, hours(50))).toBe("gone");
  expect(await told("checker")).toEqual(["source-gone"]);
});

test("a site that does not answer, or not to us, is not gone; it is left alone for longer and longer", async () => {
  const { watchId } = await watched();
  site.says(403);
  expect(await look(watchId, hours(0))).toBe("alive");
  expect(await stored(watchId)).toMatchObject({
    failures: 1,
    nextAt: hours(1),
    problem: expect.stringContaining("403"),
  });
  site.says(429, { "retry-after": "10800" });
  expect(await look(watchId, hours(1))).toBe("alive");
  expect((await stored(watchId)).nextAt).toEqual(hours(4));
  site.says(503);
  expect(await look(watchId, hours(4))).toBe("unreachable");
  expect((await stored(watchId)).nextAt).toEqual(hours(8));
  for (let at = 8; at < 3_000; at += 200) await look(watchId, hours(at));
  const watch = await stored(watchId);
  expect(watch.nextAt.getTime() - (watch.checkedAt?.getTime() ?? 0)).toBe(7 * 24 * 3_600_000);
  expect(await told("checker")).toEqual([]);
  site.shows(page);
  expect(await look(watchId, hours(4_000))).toBe("alive");
});

test("a lasting redirect to another place is a move, a passing one is not", async () => {
  const { watchId } = await watched();
  let status = 302;
  const shown = site.answer;
  site.answer = (path, response) => {
    if (path.startsWith("/new")) return shown(path, response);
    response.writeHead(status, { location: "/new/place" }).end();
  };
  expect(await look(watchId, hours(0))).toBe("alive");
  status = 301;
  expect(await look(watchId, hours(24))).toBe("moved");
  expect((await stored(watchId)).movedTo).toBe(`${site.origin}/new/place`);
});

test("watching leaves the verdict as it is", async () => {
  const { watchId } = await watched();
  await propose(desk.as("checker"), claimId);
  good(await decide(desk.as("editor"), claimId, "approve"));
  site.shows(`<h1>Annual accounts</h1>${rest}`);
  await look(watchId, hours(0));
  expect(good(await claimPage(desk.as("checker"), claimId)).state).toBe("approved");
});

test("whoever stops watching ends the looks; notices are read one by one or all at once", async () => {
  const { watchId, sourceId } = await watched();
  site.shows(`<h1>Annual accounts</h1>${rest}`);
  await look(watchId, hours(0));
  const checker = desk.as("checker");
  expect(refusal(await stopWatching(desk.as("viewer"), { id: watchId }))).toBe("forbidden");
  good(await stopWatching(checker, { id: watchId }));
  const { actor: _, blobs: __, ...context } = fetching(checker, site);
  expect(refusal(await recheckAddress({ ...context, deskId: desk.deskId }, watchId))).toBe("not-found");
  const shown = good(await watchesOfSource(checker, sourceId));
  expect(shown.watches).toMatchObject([
    { id: watchId, stopped: true, looks: [{ state: "passage-changed", status: 200 }] },
  ]);
  good(await startWatching(checker, { id: watchId }));
  expect(await look(watchId, hours(24))).toBe("passage-changed");

  expect(await unreadCount(checker)).toBe(1);
  const [notice] = good(await noticesPage(checker, { after: null })).notices;
  expect(notice).toMatchObject({ claim: { id: claimId }, sentence: expect.stringContaining("Annual accounts 2025") });
  good(await readNotices(checker, { id: notice?.id ?? "" }));
  expect(await unreadCount(checker)).toBe(0);
  expect(refusal(await readNotices(desk.as("editor"), { id: notice?.id ?? "" }))).toBe("not-found");
  good(await readNotices(checker, { id: "" }));
  const entries = await auditEntriesAfter(fresh.db, desk.deskId, { seq: 0n, take: 200 });
  const actions = entries.map(({ action }) => action).filter((action) => action.startsWith("watch"));
  expect(actions).toEqual(["watch.change", "watch.stop", "watch.start"]);
});

test("what was bound to another copy while a look was on its way is not marked by it", async () => {
  const { evidenceId, sourceId, watchId } = await watched();
  const context = fetching(desk.as("checker"), site);
  const { address } = await fresh.db.watch.findFirstOrThrow({ where: { id: watchId } });
  let rebind: Promise<unknown> = Promise.resolve();
  let looks = 0;
  const body = (words: string) => `<!doctype html><article><h1>Annual accounts</h1><p>${words}</p>${rest}</article>`;
  const newer = "Result from operations: a loss of 2 000 000 crowns";
  site.answer = (_, response) => {
    looks += 1;
    const answered = () => void response.writeHead(200, { "content-type": "text/html" }).end(body(newer));
    if (looks > 1) return answered();
    // The look waits for its answer while a colleague keeps the page and selects its words.
    rebind = (async () => {
      const captureId = uuidv7();
      const asked = { id: captureId, sourceId, address, evidenceId: null };
      good(await captureSource({ ...context, now: new Date() }, asked));
      const { text } = await fresh.db.capture.findFirstOrThrow({ where: { id: captureId } });
      const start = text.indexOf(newer);
      good(
        await attachCapture(context, {
          id: evidenceId,
          captureId,
          start,
          end: start + newer.length,
          staleIsFine: true,
        }),
      );
    })().finally(answered);
  };
  await look(watchId, hours(24));
  await rebind;
  expect(await fresh.db.passageState.count({ where: { evidenceId } })).toBe(0);
  expect((await fresh.db.watch.findFirstOrThrow({ where: { id: watchId } })).state).toBe("alive");
});
