import { describe, expect, test } from "vitest";
import {
  annotationsProblemSentence,
  readAnnotations,
  readAnnotationsFile,
} from "#lib/formats/annotations/read-annotations.ts";

const exact = { type: "TextQuoteSelector", exact: "the rate rose", prefix: "that ", suffix: " by" };
const place = { type: "TextPositionSelector", start: 4, end: 17 };
const quote = { exact: "the rate rose", prefix: "that ", suffix: " by" };
const position = { start: 4, end: 17 };
const annotation = (selector: unknown, id = "urn:a") => ({
  id,
  type: "Annotation",
  target: { source: "urn:text", selector },
});

function read(value: unknown) {
  const result = readAnnotations(value);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const waysOf = (value: unknown) => read(value).map(({ ways }) => ways);
const problemsOf = (value: unknown) => read(value).flatMap(({ problems }) => problems);

describe("where annotations stand in a file", () => {
  const one = annotation(exact);
  const found = [[[{ quote, position: null }]]];

  test.each([
    ["a single annotation", one],
    ["with a context", { "@context": "http://www.w3.org/ns/anno.jsonld", ...one }],
    ["an array", [one]],
    ["a page", { type: "AnnotationPage", items: [one] }],
    [
      "a collection with its first page",
      { type: "AnnotationCollection", first: { type: "AnnotationPage", items: [one] } },
    ],
    ["a graph, other nodes passed over", { "@graph": [{ "@id": "urn:person", name: "A" }, one] }],
    ["what the Hypothesis service answers", { total: 1, rows: [one] }],
    ["prefixed terms", prefixed()],
    ["expanded JSON-LD", [expanded()]],
    ["a flattened graph", flattened()],
    ["fields of its own", { id: "urn:a", ...quote }],
  ])("%s", (_, value) => {
    expect(waysOf(value)).toEqual(found);
    expect(read(value)[0]?.id).toBe("urn:a");
  });

  test("pages that are embedded one in the other are read on, in order", () => {
    const page = (id: string, next?: unknown) => ({
      items: [annotation(exact, id)],
      ...(next === undefined ? {} : { next }),
    });
    expect(
      read({ type: "AnnotationCollection", first: page("1", page("2", "urn:page3")) }).map(({ id }) => id),
    ).toEqual(["1", "2"]);
  });

  test("a collection that only says where its pages are is refused with a sentence", () => {
    const result = readAnnotations({ type: "AnnotationCollection", first: "https://a.example/page1" });
    expect(result).toEqual({ ok: false, error: "elsewhere" });
    expect(annotationsProblemSentence("elsewhere")).toMatch(/Save the page/);
  });

  test("an empty list has no annotations, and everything in a list gets an answer", () => {
    expect(read([])).toEqual([]);
    expect(read({ type: "AnnotationPage", items: [] })).toEqual([]);
    expect(problemsOf([null, 7, "x", {}, one])).toEqual([
      ...Array.from({ length: 3 }, () => "This entry is not an annotation."),
      "It names no target.",
    ]);
  });
});

function prefixed() {
  const selector = {
    "@type": "oa:TextQuoteSelector",
    "oa:exact": quote.exact,
    "oa:prefix": quote.prefix,
    "oa:suffix": quote.suffix,
  };
  return {
    "@id": "urn:a",
    "@type": "oa:Annotation",
    "oa:hasTarget": { "oa:hasSource": "urn:t", "oa:hasSelector": selector },
  };
}

function expanded() {
  const oa = "http://www.w3.org/ns/oa#";
  const selector = {
    "@type": [`${oa}TextQuoteSelector`],
    [`${oa}exact`]: [{ "@value": quote.exact }],
    [`${oa}prefix`]: [{ "@value": quote.prefix, "@language": "en" }],
    [`${oa}suffix`]: [{ "@value": quote.suffix }],
  };
  return { "@id": "urn:a", "@type": [`${oa}Annotation`], [`${oa}hasTarget`]: [{ [`${oa}hasSelector`]: [selector] }] };
}

function flattened() {
  return {
    "@graph": [
      { id: "urn:a", type: "Annotation", target: "_:t" },
      { id: "_:t", source: "urn:text", selector: { id: "_:s" } },
      { id: "_:s", ...exact },
    ],
  };
}

describe("the selectors of a target", () => {
  test("a quote and a position are one way; others are passed over when one can be used", () => {
    const range = { type: "RangeSelector", startSelector: {}, endSelector: {} };
    expect(waysOf(annotation([range, place, exact]))).toEqual([[[{ quote, position }]]]);
    expect(problemsOf(annotation([range, place, exact]))).toEqual([]);
  });

  test("a position alone is a way of its own", () => {
    expect(waysOf(annotation(place))).toEqual([[[{ quote: null, position }]]]);
  });

  test("several quotes are several ways", () => {
    expect(waysOf(annotation({ type: "Choice", items: [exact, { ...exact, exact: "it fell" }] }))).toEqual([
      [[{ quote, position: null }], [{ quote: { ...quote, exact: "it fell" }, position: null }]],
    ]);
  });

  test("refinedBy leads inside; from an unusable selector only a quote is taken over", () => {
    const outer = { quote, position: null };
    expect(waysOf(annotation({ ...exact, refinedBy: place }))).toEqual([[[outer, { quote: null, position }]]]);
    expect(waysOf(annotation({ type: "XPathSelector", value: "/p", refinedBy: exact }))).toEqual([[[outer]]]);
    expect(waysOf(annotation({ type: "CssSelector", value: "p", refinedBy: place }))).toEqual([[]]);
  });

  test.each([
    "DataPositionSelector",
    "RangeSelector",
    "XPathSelector",
    "CssSelector",
    "FragmentSelector",
    "SvgSelector",
  ])("a %s is named as of no use", (type) => {
    expect(problemsOf(annotation({ type, value: "x", start: 1, end: 2 }))).toEqual([
      `A text quote or a text position is needed; it has ${type}.`,
    ]);
  });

  test.each([
    [null, 3],
    [3, null],
    [-1, 3],
    [1.5, 3],
    [0, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
    [0, 2 ** 60],
    ["0", "3"],
    [[0, 1], 3],
    [{}, 3],
    [true, 3],
    [undefined, undefined],
  ])("a position from %s to %s is broken", (start, end) => {
    const [broken] = read(annotation({ ...place, start, end }));
    expect(broken).toMatchObject({ ways: [], problems: [expect.stringMatching(/whole numbers from 0/)] });
    const [beside] = read(annotation([exact, { ...place, start, end }]));
    expect(beside).toMatchObject({ ways: [[{ quote, position: null }]], problems: [expect.any(String)] });
  });

  test("a position that ends before it starts is broken; typed literals are read", () => {
    expect(problemsOf(annotation({ ...place, start: 9, end: 3 }))).toEqual(["The position ends before it starts."]);
    const typed = { "@value": "4", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" };
    expect(waysOf(annotation({ ...place, start: typed }))).toEqual([[[{ quote: null, position }]]]);
  });

  test.each([[null], [7], [""], [" \n"], [["a", "b"]], [{}], ["x".repeat(100_001)]])(
    "a quote of %j is broken",
    (words) => {
      expect(read(annotation({ ...exact, exact: words }))).toMatchObject([
        { ways: [], problems: [expect.any(String)] },
      ]);
    },
  );

  test("a prefix that is no text is left out and reported", () => {
    const [one] = read(annotation({ ...exact, prefix: 7, suffix: null }));
    expect(one?.ways).toEqual([[{ quote: { ...quote, prefix: "", suffix: "" }, position: null }]]);
    expect(one?.problems).toHaveLength(1);
  });
});

describe("the targets of an annotation", () => {
  const target = { source: "urn:text", selector: exact };

  test("each passage is an entry, whole documents beside them are not", () => {
    const value = { id: "urn:a", type: "Annotation", target: ["urn:other", target, { ...target, selector: place }] };
    expect(read(value).map(({ id, ways }) => [id, ways.length])).toEqual([
      ["urn:a", 1],
      ["urn:a", 1],
    ]);
    expect(problemsOf({ ...value, target: "urn:other" })).toEqual(["It is about a whole document, not a passage."]);
  });

  test("a choice is one passage, a composite, list or set several", () => {
    const items = [target, { ...target, selector: place }];
    expect(read({ type: "Annotation", target: { type: "Choice", items } })[0]?.ways).toHaveLength(2);
    for (const type of ["Composite", "List", "Independents"]) {
      expect(read({ type: "Annotation", target: { type, items } })).toHaveLength(2);
    }
  });
});

test("textual bodies are read with their purpose, languages and directions ignored", () => {
  const body = [
    { type: "TextualBody", value: "Rates fell.", purpose: "commenting", language: "en", textDirection: "ltr" },
    { type: "oa:TextualBody", "rdf:value": "claim" },
    "urn:picture",
    { type: "Image", id: "urn:i" },
  ];
  const [one] = read({ ...annotation(exact), motivation: "oa:describing", body, textDirection: "rtl" });
  expect(one?.bodies).toEqual([
    { text: "Rates fell.", purpose: "commenting" },
    { text: "claim", purpose: "describing" },
  ]);
  expect(read({ ...annotation(exact), bodyValue: "Rates fell." })[0]?.bodies).toEqual([
    { text: "Rates fell.", purpose: null },
  ]);
});

describe("the bytes of a file", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test("are JSON in UTF-8, with or without a byte order mark", () => {
    expect(readAnnotationsFile(bytes(`\uFEFF${JSON.stringify([annotation(exact)])}`))).toMatchObject({ ok: true });
  });

  test.each([
    ["not-utf8", Uint8Array.from([0x5b, 0xff, 0x5d])],
    ["not-json", bytes("[{")],
    ["not-json", bytes("")],
    ["not-annotations", bytes("7")],
    ["not-annotations", bytes("null")],
  ])("are refused as %s", (error, file) => {
    expect(readAnnotationsFile(file)).toEqual({ ok: false, error });
  });
});
