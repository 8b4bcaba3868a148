import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventText, mostQueued, openEventStream } from "#lib/server/live/event-stream.ts";
import { type Hub, mostStreams, openHub } from "#lib/server/live/hub.ts";
import { makeArticle, makeDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { allOf, follow, isHello, openSession, type Reader } from "#tests/support/live.ts";

let fresh: Fresh;
let hub: Hub;

beforeAll(async () => {
  fresh = await freshDatabase();
  hub = openHub({ db: fresh.db, address: fresh.appUrl, secret: "secret" });
});
afterAll(async () => {
  await hub.close();
  await fresh.close();
});

describe("too many streams", () => {
  test("opened 1,000 times by one person, the oldest end, the newest and everybody else's hear", async () => {
    const desk = await makeDesk(fresh.db);
    const colleague = await follow(hub, desk.as("editor"));
    await colleague.until(isHello);
    const sessionId = await openSession(desk.as("viewer"));
    const streams: Reader[] = [];
    for (let count = 0; count < 1_000; count += 1) streams.push(await follow(hub, desk.as("viewer"), { sessionId }));
    const open = () => streams.filter((stream) => !stream.isOver());
    await expect.poll(() => open().length).toBe(mostStreams.ofSession);
    expect(open()).toEqual(streams.slice(-mostStreams.ofSession));
    await streams.at(-1)?.until(isHello);
    expect(streams[0]?.heard.at(-1)).toMatchObject({ event: "end", data: { reason: "replaced" } });
    await makeArticle(desk.as("checker"));
    for (const stream of [colleague, ...open()]) {
      await stream.until(({ event }) => event === "change");
      stream.leave();
    }
  });

  test("from many sessions of one person", async () => {
    const desk = await makeDesk(fresh.db);
    const streams: Reader[] = [];
    for (let count = 0; count < 60; count += 1) streams.push(await follow(hub, desk.as("viewer")));
    await expect.poll(() => streams.filter((stream) => !stream.isOver()).length).toBe(mostStreams.ofMember);
    for (const stream of streams) stream.leave();
  });
});

test("of a process that is full, a new stream ends at once and says so, and a place that is free is taken", async () => {
  const small = openHub({ db: fresh.db, address: fresh.appUrl, secret: "secret", most: 2 });
  const desk = await makeDesk(fresh.db);
  const first = await follow(small, desk.as("editor"));
  const second = await follow(small, desk.as("checker"));
  const third = await follow(small, desk.as("viewer"));
  await expect.poll(() => third.isOver()).toBe(true);
  expect(third.heard.at(-1)).toMatchObject({ event: "end", data: { reason: "full" } });
  await second.until(isHello);
  first.leave();
  await expect.poll(() => first.isOver()).toBe(true);
  const fourth = await follow(small, desk.as("viewer"));
  await fourth.until(isHello);
  await small.close();
});

describe("a slow reader", () => {
  test("is dropped when a megabyte waits, and what waited is let go", async () => {
    let closed = 0;
    const { body, outlet } = openEventStream(() => {
      closed += 1;
    });
    const text = eventText({ id: "1", data: { words: "x".repeat(1_000) } });
    for (let sent = 0; sent <= mostQueued * 3; sent += text.length) outlet.send(text);
    expect(outlet.isOpen()).toBe(false);
    expect(closed).toBe(1);
    const rest = (await allOf(body)).map((bytes) => new TextDecoder().decode(bytes)).join("");
    expect(rest).toBe('event: end\ndata: {"reason":"slow"}\n\n');
  });

  test("who takes what comes is not", async () => {
    const { body, outlet } = openEventStream(() => {});
    const read = allOf(body);
    for (let round = 0; round < 30; round += 1) {
      outlet.send("x".repeat(100_000));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(outlet.isOpen()).toBe(true);
    outlet.end("stopping");
    expect((await read).reduce((sum, bytes) => sum + bytes.byteLength, 0)).toBeGreaterThan(3_000_000);
  });

  test("who goes is noticed once", async () => {
    let closed = 0;
    const { body, outlet } = openEventStream(() => {
      closed += 1;
    });
    outlet.send("a");
    await body.cancel();
    outlet.send("b");
    outlet.end("session");
    expect(closed).toBe(1);
  });
});
