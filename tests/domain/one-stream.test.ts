import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Line } from "#components/live/event-source.ts";
import { hearTogether } from "#components/live/one-stream.ts";

/** A stand-in for the browser's: tests say what the server sends. */
class Source extends EventTarget {
  static open: Source[] = [];
  onopen: (() => void) | null = null;
  constructor() {
    super();
    Source.open.push(this);
  }
  close(): void {
    Source.open = Source.open.filter((one) => one !== this);
  }
  say(type: string, data: unknown = {}): void {
    this.onopen?.();
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId: "" }));
  }
}

type Tab = { readonly heard: Line["type"][]; readonly leave: () => void };
let tabs: Tab[] = [];
let count = 0;

function openTab(name: string): Tab {
  const heard: Line["type"][] = [];
  const leave = hearTogether({ name, cursor: "", hear: ({ type }) => heard.push(type) });
  const tab = { heard, leave };
  tabs.push(tab);
  return tab;
}

const source = () =>
  vi.waitFor(() => {
    const [one, ...others] = Source.open;
    if (one === undefined || others.length > 0) throw new Error(`${Source.open.length} streams are open`);
    return one;
  });

const signOut = async () => {
  (await source()).say("end", { reason: "session" });
  await vi.waitFor(() => expect(Source.open).toEqual([]));
};

beforeEach(() => {
  count += 1;
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("window", Object.assign(new EventTarget(), { BroadcastChannel }));
});
afterEach(() => {
  for (const tab of tabs) tab.leave();
  tabs = [];
  vi.unstubAllGlobals();
});

test("two tabs have one stream, and both hear it", async () => {
  const [first, second] = [openTab(`one-${count}`), openTab(`one-${count}`)];
  (await source()).say("hello");
  await vi.waitFor(() => expect(second.heard).toContain("hello"));
  expect(first.heard).toContain("hello");
});

test("a session that ended and was followed by another in this browser goes on without a word", async () => {
  const tab = openTab(`again-${count}`);
  const first = await source();
  first.say("hello");
  first.say("end", { reason: "session" });
  await vi.waitFor(async () => expect(await source()).not.toBe(first), 4_000);
  (await source()).say("hello");
  expect(tab.heard).not.toContain("end");
});

test("signed out, all tabs are told and none holds the place; signed in again, the old ones go on", async () => {
  const name = `out-${count}`;
  const [first, second] = [openTab(name), openTab(name)];
  await signOut();
  // Whoever got the turn before the word reached it is told by its own stream.
  await vi.waitFor(() => {
    for (const one of Source.open) one.say("end", { reason: "session" });
    for (const tab of [first, second]) expect(tab.heard).toContain("end");
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(Source.open).toEqual([]);

  const fresh = openTab(name);
  (await source()).say("hello");
  for (const tab of [fresh, first, second]) await vi.waitFor(() => expect(tab.heard.at(-1)).toBe("hello"));
  fresh.leave();
  const next = await source();
  next.say("hello");
  await vi.waitFor(() => expect(first.heard.filter((type) => type === "hello").length).toBe(2));
});

test("crowded out, the page says so and asks again much later", async () => {
  const tab = openTab(`crowd-${count}`);
  (await source()).say("end", { reason: "full" });
  await vi.waitFor(() => expect(tab.heard.at(-1)).toBe("crowded"));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(Source.open).toEqual([]);
});
