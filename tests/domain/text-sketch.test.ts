import { expect, test } from "vitest";
import { comparableAddress } from "#lib/domain/same-address.ts";
import { likeness, sketchOf } from "#lib/domain/text-sketch.ts";

const words = Array.from({ length: 3_000 }, (_, index) => `word${(index * 7919) % 1009}x${index}`);

test("a text is wholly like itself, whatever its case and punctuation, and unlike another", () => {
  const text = words.join(" ");
  expect(likeness(sketchOf(text), sketchOf(text))).toBe(1);
  expect(likeness(sketchOf(text), sketchOf(`${text.toUpperCase().replaceAll(" ", ", ")}.`))).toBe(1);
  expect(likeness(sketchOf(text), sketchOf(words.toReversed().join(" ")))).toBe(0);
  expect(likeness(sketchOf("too few words"), sketchOf("too few words"))).toBe(0);
});

test("the estimate is near the share of shingles that two texts have in common", () => {
  for (const share of [0.2, 0.5, 0.8]) {
    const kept = Math.round(words.length * share);
    const other = [...words.slice(0, kept), ...words.slice(kept).map((word) => `${word}y`)];
    const estimate = likeness(sketchOf(words.join(" ")), sketchOf(other.join(" ")));
    expect(Math.abs(estimate - share / (2 - share))).toBeLessThan(0.12);
  }
});

test("scripts without spaces are compared by their characters", () => {
  const text = "県は堤防に千四百万クローネを費やしたが、二〇二三年の洪水の前には何も建てられていなかった。".repeat(3);
  expect(likeness(sketchOf(text), sketchOf(`${text}続報は明日。`))).toBeGreaterThan(0.6);
});

test("addresses of one page are the same without scheme, www, mobile, AMP, tracking, slash and fragment", () => {
  const one = comparableAddress("https://www.lantern.example/2026/ferry/?utm_source=x&b=2&a=1&fbclid=9#top");
  expect(one).toBe("lantern.example/2026/ferry?a=1&b=2");
  for (const same of [
    "http://m.lantern.example/2026/ferry?a=1&b=2",
    "https://amp.lantern.example/2026/ferry/amp/?b=2&a=1&gclid=z",
    "HTTPS://LANTERN.EXAMPLE:443/2026/ferry?a=1&b=2&UTM_MEDIUM=y",
  ])
    expect(comparableAddress(same)).toBe(one);
  expect(comparableAddress("https://lantern.example/2026/ferry?a=2")).not.toBe(one);
  expect(comparableAddress("https://lantern.example:8443/2026/ferry?a=1&b=2")).not.toBe(one);
  for (const none of ["", "mailto:a@b.example", "file:///etc/passwd", "not an address"])
    expect(comparableAddress(none)).toBeNull();
});
