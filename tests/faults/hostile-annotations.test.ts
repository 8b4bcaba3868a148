import { describe, expect, test } from "vitest";
import type { AnchorRequest } from "#lib/domain/anchoring/anchor.ts";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { readAnnotations, readAnnotationsFile } from "#lib/formats/annotations/read-annotations.ts";

const sentence = "The committee denied that the rate rose by four percent in the first quarter. ";
const repeated = sentence.repeat(10_000);

type Asked = { readonly exact: string; readonly prefix?: string; readonly suffix?: string };

function asked(count: number, make: (number: number) => Asked): AnchorRequest[] {
  return Array.from({ length: count }, (_, id) => {
    const { exact, prefix = "", suffix = "" } = make(id);
    return { id, ways: [[{ quote: { exact, prefix, suffix }, position: null }]], problems: [] };
  });
}

/** The answers, and their kinds. That they come at all within a test's time is what is tried here. */
function answersTo(text: string, requests: readonly AnchorRequest[]) {
  const anchored = anchorAnnotations(text, requests);
  if (!anchored.ok) throw new Error(anchored.error);
  const kinds = new Set(anchored.value.map(({ placement }) => placement));
  return { anchors: anchored.value, kinds: [...kinds].toSorted() };
}

describe("a text of one sentence ten thousand times", () => {
  test("a thousand annotations of it are ambiguous, with eight candidates each", () => {
    const context = { prefix: sentence.slice(-33), suffix: ` ${sentence.slice(0, 31)}` };
    const { anchors, kinds } = answersTo(
      repeated,
      asked(1000, () => ({ exact: sentence.trim(), ...context })),
    );
    expect(kinds).toEqual(["ambiguous"]);
    for (const anchor of anchors) expect(anchor.placement === "ambiguous" && anchor.candidates.length).toBe(8);
  });

  test("a thousand different phrases of it, in contexts that are not there, are placed nowhere without asking", () => {
    const phrase = (id: number) => (sentence + sentence).slice(id % 70, (id % 70) + 8 + Math.floor(id / 70));
    const { kinds } = answersTo(
      repeated,
      asked(1000, (id) => ({ exact: phrase(id), prefix: `x${id}`, suffix: `y${id}` })),
    );
    for (const sure of ["exact", "changed"]) expect(kinds).not.toContain(sure);
  });

  test("edited quotes of many sentences end, with places, as lost, or as not looked for", () => {
    const long = (id: number) => `${id} ${sentence.repeat(60)} ${id} ${sentence.repeat(20)}`;
    const { anchors } = answersTo(
      repeated,
      asked(1000, (id) => ({ exact: long(id) })),
    );
    expect(anchors.some(({ placement }) => placement === "exact" || placement === "changed")).toBe(false);
  });
});

test("ten million characters in one paragraph", () => {
  const words = `${"abcdefghi ".repeat(500_000)}the end ${"abcdefghi ".repeat(500_000)}`;
  const { anchors } = answersTo(
    words,
    asked(200, (id) => (id === 0 ? { exact: "the end" } : { exact: "abcdefghi abcdefghi" })),
  );
  expect(anchors[0]).toMatchObject({ placement: "exact", start: 5_000_000 });
  expect(anchors[1]).toMatchObject({ placement: "ambiguous" });
});

test("ten million characters without a space, quotes of one letter, and quotes longer than the text", () => {
  const letters = "abcdefghij".repeat(1_000_000);
  const { anchors } = answersTo(
    letters,
    asked(100, (id) => ({ exact: "abcdefghij".charAt(id % 10) })),
  );
  expect(anchors[3]).toMatchObject({ placement: "ambiguous" });
  expect(
    answersTo(
      "short",
      asked(10, () => ({ exact: "a text longer than the text ".repeat(3_000) })),
    ).kinds,
  ).toEqual(["lost"]);
});

test("ten million characters of joined signs, and positions inside them", () => {
  const joined = "👩\u200D".repeat(3_000_000);
  const ways = [[{ quote: null, position: { start: 0, end: 2_000_001 } }]] as const;
  const requests = Array.from({ length: 500 }, (_, id) => ({ id, ways, problems: [] }));
  expect(answersTo(joined, requests).kinds).toEqual(["lost"]);
});

test("a text beyond the bound is refused", () => {
  expect(anchorAnnotations("a".repeat(20_000_001), [])).toEqual({ ok: false, error: "text-too-long" });
});

describe("files", () => {
  const one = { type: "Annotation", target: { selector: { type: "TextQuoteSelector", exact: "a" } } };

  test("of more than 50,000 annotations are refused, however they are packed", () => {
    const many = Array.from({ length: 50_001 }, () => one);
    const targets = Array.from({ length: 100 }, () => one.target);
    expect(readAnnotations(many)).toEqual({ ok: false, error: "too-many" });
    expect(readAnnotations({ "@graph": many })).toEqual({ ok: false, error: "too-many" });
    const packed = Array.from({ length: 600 }, () => ({ type: "Annotation", target: targets }));
    expect(readAnnotations(packed)).toEqual({ ok: false, error: "too-many" });
  });

  test("of more than 64 MB are refused before they are read", () => {
    expect(readAnnotationsFile(new Uint8Array(64_000_001))).toEqual({ ok: false, error: "too-large" });
  });

  test("nested without end are answered", () => {
    for (const open of ["[", '{"items":', '{"first":', '{"target":', '{"selector":']) {
      const close = open === "[" ? "]" : "}";
      const bytes = new TextEncoder().encode(`${open.repeat(100_000)}[]${close.repeat(100_000)}`);
      expect(typeof readAnnotationsFile(bytes).ok).toBe("boolean");
    }
  });

  test("selectors refined without end, and graphs that refer to themselves, are answered", () => {
    let selector: object = { type: "TextQuoteSelector", exact: "a" };
    for (let depth = 0; depth < 5_000; depth += 1)
      selector = { type: "TextQuoteSelector", exact: "a", refinedBy: selector };
    expect(readAnnotations({ type: "Annotation", target: { selector } })).toMatchObject({ ok: true });
    const refs = Array.from({ length: 100 }, () => ({ id: "_:x" }));
    const graph = [
      { id: "urn:a", type: "Annotation", target: refs },
      { id: "_:x", type: "List", items: refs, selector: refs },
    ];
    expect(readAnnotations({ "@graph": graph })).toMatchObject({ ok: true });
  });
});
