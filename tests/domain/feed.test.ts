import { expect, test } from "vitest";
import { type FeedItem, mergeItems, mostFeedItems, nextLook } from "#lib/domain/feed.ts";

const item = (id: string): FeedItem => ({ id, title: id, address: `https://a.example/${id}`, published: "" });

test("known items keep the time at which they were first seen, in the order of the feed", () => {
  const first = mergeItems([], [item("a"), item("b")], "1");
  const second = mergeItems(first, [item("c"), item("b"), item("c")], "2");
  expect(second.map(({ id, seenAt }) => [id, seenAt])).toEqual([
    ["c", "2"],
    ["b", "1"],
  ]);
  expect(mergeItems(second, second, "3")).toEqual(second);
});

test("a long feed is cut, and the newest stay", () => {
  const long = Array.from({ length: mostFeedItems + 50 }, (_, index) => item(String(index)));
  expect(mergeItems([], long, "1").map(({ id }) => id)).toEqual(long.slice(0, mostFeedItems).map(({ id }) => id));
});

test("a visit goes on for half an hour after each look, and the next one begins at its end", () => {
  const minute = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString();
  const first = nextLook(null, minute(0));
  const same = nextLook(first, minute(20));
  const stillSame = nextLook(same, minute(45));
  expect(stillSame).toEqual({ at: minute(45), before: minute(0) });
  expect(nextLook(stillSame, minute(90))).toEqual({ at: minute(90), before: minute(45) });
});
