import { describe, expect, test } from "vitest";
import { mentionedIn, messageParts } from "#lib/domain/message-parts.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const people = [
  { id: "1", name: "Ana" },
  { id: "2", name: "Ana Luz" },
  { id: "3", name: "نور" },
];
const linksOf = (text: string) =>
  messageParts(text, []).flatMap((part) => (part.kind === "link" ? [[part.text, part.href]] : []));

describe("the parts of a message", () => {
  const samples = [
    "",
    "plain",
    "See https://example.org/a(b), and (http://example.net/x).",
    "@Ana Luz: https://example.org?@Ana\n\n@Ana, 👩🏽‍🚀 @نور هنا",
    "https:// http://[ javascript:alert(1) https://u:p@example.org",
    "@".repeat(500),
    ")".repeat(9000),
  ];
  test.each(samples)("joined give the message back: %s", (text) => {
    const parts = messageParts(text, people);
    expect(parts.map((part) => part.text).join("")).toBe(text);
  });

  test("an address ends before what ends the sentence, and keeps the brackets that it opened", () => {
    expect(linksOf("See (https://en.example.org/wiki/Boat_(ferry)), or http://x.example/1. Then?")).toEqual([
      ["https://en.example.org/wiki/Boat_(ferry)", "https://en.example.org/wiki/Boat_(ferry)"],
      ["http://x.example/1", "http://x.example/1"],
    ]);
    expect(linksOf("“https://example.org/a”")).toEqual([["https://example.org/a", "https://example.org/a"]]);
  });

  test("nothing but http and https is followed, and no address that pretends to be another", () => {
    const refused = [
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://example.org",
      "https://bank.example@evil.example/",
      "https://user:word@example.org",
      "xhttps://example.org",
      "https://",
    ];
    for (const text of refused) expect(linksOf(text), text).toEqual([]);
    expect(linksOf("https://example.org/\u202Egro.lived")).toEqual([["https://example.org/", "https://example.org/"]]);
  });

  test("a name is a whole one, the longest that fits, and not part of an address of mail", () => {
    const named = (text: string) => mentionedIn(text, people).map(({ id }) => id);
    expect(named("@Ana Luz, please")).toEqual(["2"]);
    expect(named("@Ana lost it, @نور")).toEqual(["1", "3"]);
    expect(named("@Anatol, me@Ana, @ana")).toEqual([]);
  });

  test("the longest message takes no time worth telling", () => {
    const began = processorTime();
    for (const piece of ["https://", "@Ana ", "@", "https://a.example/)", ")]}"]) {
      messageParts(piece.repeat(Math.floor(10_000 / piece.length)), people);
      messageParts(`https://a.example/${piece.repeat(3000)}`.slice(0, 10_000), people);
    }
    expect(processorTime() - began).toBeLessThan(1000);
  });
});
