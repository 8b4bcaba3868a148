import { expect, test } from "vitest";
import { itemsIn } from "#components/import/many-answers.ts";
import { addressesIn, fileLost, isPlain, type ManyItem, takenUp } from "#components/import/many-item.ts";
import { mostPageBytes, receivePage } from "#components/import/received-page.ts";

const details = { title: "A", byline: "", publisher: "", publishedOn: "", address: "", language: "en" };
const found = { words: 10, warnings: [], details };
const item = (way: ManyItem["way"], progress: ManyItem["progress"]): ManyItem => ({
  id: "1",
  way,
  name: "n",
  progress,
});

test("addresses stand one a line, once each; a line without a scheme is https", () => {
  const text =
    " https://a.example/x \n\nb.example/y\r\nhttps://a.example/x\nnot an address\njavascript:alert(1)\nfile:///etc\n";
  expect(addressesIn(text)).toEqual({
    good: ["https://a.example/x", "https://b.example/y"],
    bad: ["not an address", "javascript:alert(1)", "file:///etc"],
  });
});

test("only what was read, has a title and no warning is frozen unseen", () => {
  const read = (changes: object) => item("file", { kind: "read", found: { ...found, ...changes }, problem: "" });
  expect(isPlain(read({}))).toBe(true);
  expect(isPlain(read({ warnings: ["Look."] }))).toBe(false);
  expect(isPlain(read({ details: { ...details, title: "" } }))).toBe(false);
  expect(isPlain(item("file", { kind: "waiting" }))).toBe(false);
});

test("a list that was kept goes on, and files that were not sent have to be chosen again", () => {
  const kept = [
    item("address", { kind: "sending" }),
    item("file", { kind: "sending" }),
    item("file", { kind: "freezing", found }),
    item("file", { kind: "frozen", found }),
  ];
  expect(takenUp(itemsIn(JSON.stringify(kept))).map(({ progress }) => progress)).toEqual([
    { kind: "waiting" },
    { kind: "failed", sentence: fileLost },
    { kind: "read", found, problem: "" },
    { kind: "frozen", found },
  ]);
  for (const broken of ["", "{", "null", "7", "[1, null, {}]", `[{"id":"1","way":"file","name":"n","progress":{}}]`])
    expect(itemsIn(broken)).toEqual([]);
});

test("a page is taken only from the site whose address it names, and only so large", () => {
  const origin = "https://paper.example";
  const data = { kind: "stet:page", html: "<p>x</p>", address: `${origin}/story`, title: "T" };
  expect(receivePage({ origin, data })).toMatchObject({ address: `${origin}/story`, bytes: 8 });
  expect(receivePage({ origin: "https://liar.example", data })).toMatch(/another address/);
  expect(receivePage({ origin: "http://paper.example", data })).toMatch(/another address/);
  expect(receivePage({ origin: "null", data: { ...data, address: "data:text/html,x" } })).toMatch(/another address/);
  expect(receivePage({ origin, data: { ...data, html: "€".repeat(mostPageBytes / 2) } })).toMatch(/larger than 10 MB/);
  expect(receivePage({ origin, data: { ...data, html: " " } })).toMatch(/empty/);
  for (const other of [null, "stet:page", { kind: "other" }, { ...data, kind: 1 }, []]) {
    expect(receivePage({ origin, data: other })).toBeNull();
  }
});
