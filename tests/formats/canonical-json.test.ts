import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";

/** The published vectors of RFC 8785's reference repository: input, SHA-256 of the canonical form. */
const vectors: readonly (readonly [string, unknown, string])[] = [
  [
    "arrays",
    [56, { d: true, "10": null, "1": [] }],
    "099601b171cafed97c333f8878d68e7f8c8f795412adb34b2fdcf0e7c7beac42",
  ],
  [
    "french",
    {
      peach: "This sorting order",
      péché: "is wrong according to French",
      pêche: "but canonicalization MUST",
      sin: "ignore locale",
    },
    "d99d0ebdcb0033cb858cfa830ae46bc0fb3309413b271f1da828c89901a27ed5",
  ],
  [
    "structures",
    {
      "1": { f: { f: "hi", F: 5 }, "\n": 56 },
      "10": {},
      "": "empty",
      a: {},
      "111": [{ e: "yes", E: "no" }],
      A: {},
    },
    "605f65004ec2db7692522a0852c22f1c989e036d547e88963d1a3143cf3195d5",
  ],
  [
    "unicode",
    { "Unnormalized Unicode": "A\u030a" },
    "0d99aad92a125196ff887876643fd3206786a84ddce2cee52ba4ad256d2381d3",
  ],
  [
    "values",
    {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    },
    "2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb",
  ],
  [
    "weird",
    {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\u000a": "Newline",
      "1": "One",
      "\u0080": "Control\u007f",
      "\ud83d\ude02": "Smiley",
      "\u00f6": "Latin Small Letter O With Diaeresis",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "</script>": "Browser Challenge",
    },
    "6af595a9aa80110b964b4de3f82a05fa6ae7423005019bacfa2620dddc4e94d1",
  ],
];

test.each(vectors)("canonical form of the published vector %s", (_, input, digest) => {
  expect(sha256Hex(canonicalJson(input))).toBe(digest);
});

test("the forms themselves, where they are printable", () => {
  expect(canonicalJson(vectors[0]?.[1])).toBe('[56,{"1":[],"10":null,"d":true}]');
  expect(canonicalJson(vectors[2]?.[1])).toBe(
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
  );
});

test.each([
  [0x4340000000000001n, "9007199254740994"],
  [0x444b1ae4d6e2ef50n, "1e+21"],
  [0x3eb0c6f7a0b5ed8dn, "0.000001"],
  [0x3eb0c6f7a0b5ed8cn, "9.999999999999997e-7"],
  [0x8000000000000000n, "0"],
])("the published double %s", (bits, text) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  expect(canonicalJson(view.getFloat64(0))).toBe(text);
});

describe("what JSON cannot hold", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  test.each([
    ["undefined", undefined],
    ["a function", () => 1],
    ["a symbol", Symbol("s")],
    ["a BigInt", 1n],
    ["NaN", Number.NaN],
    ["an infinity", Number.POSITIVE_INFINITY],
    ["a lone surrogate", "\ud83d"],
    ["a lone low surrogate", "x\ude00y"],
    ["a Date", new Date(0)],
    ["a Map", new Map([["a", 1]])],
    ["an object with toJSON", { toJSON: () => 1 }],
    ["a cycle", cycle],
  ])("throws on %s, alone, in an array and in an object", (_, value) => {
    expect(() => canonicalJson(value)).toThrow();
    expect(() => canonicalJson([value])).toThrow();
    expect(() => canonicalJson({ a: { b: value } })).toThrow();
  });

  test("throws on a key that is a lone surrogate and on a hole in an array", () => {
    expect(() => canonicalJson({ "\udc00": 1 })).toThrow();
    expect(() => canonicalJson(new Array(2))).toThrow();
  });
});

test("the same object twice is no cycle", () => {
  const shared = { a: 1 };
  expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
});

test("the form is a fixed point: reading and writing again changes nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test("SHA-256 is taken of the UTF-8 bytes", () => {
  expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Hex("é")).not.toBe(sha256Hex("e\u0301"));
});
