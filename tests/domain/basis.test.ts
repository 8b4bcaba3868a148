import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BasisInput } from "#lib/domain/basis.ts";
import { basisChangeSentences, basisChanges, basisOf } from "#lib/domain/basis.ts";
import { evidenceKinds, stances } from "#lib/domain/evidence.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";

const text = fc.string({ unit: "grapheme", maxLength: 40 });
const evidence = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    stance: fc.constantFrom(...stances),
    kind: fc.constantFrom(...evidenceKinds),
    origin: fc.option(fc.uuid()),
    source: fc.uuid(),
    passage: text,
    locator: text,
    capture: fc.constant(null),
    note: text,
  }),
  { selector: (item) => item.id, maxLength: 5 },
);
const input: fc.Arbitrary<BasisInput> = fc.record({
  quote: text,
  blocks: fc.array(text, { minLength: 1, maxLength: 3 }),
  statement: text,
  claimant: text,
  saidOn: fc.constantFrom("", "2026", "2026-06-12"),
  saidIn: text,
  evidence,
});
const digest = (of: BasisInput) => sha256Hex(canonicalJson(basisOf(of)));

describe("the basis of a verdict", () => {
  test("does not depend on the order in which evidence is shown", () => {
    fc.assert(
      fc.property(input, (of) => {
        expect(digest({ ...of, evidence: [...of.evidence].reverse() })).toBe(digest(of));
      }),
    );
  });

  test("does not depend on typography: white space, quotation marks, dashes", () => {
    const plain = { ...sample, quote: `He said "nine - ten" today`, blocks: [`He said "nine - ten" today.`] };
    const typeset = { ...sample, quote: "He said\u00a0“nine – ten” today", blocks: ["He  said “nine – ten” today."] };
    expect(digest(typeset)).toBe(digest(plain));
  });

  test("changes with each thing that it holds", () => {
    fc.assert(
      fc.property(input, fc.constantFrom("statement", "claimant", "saidIn", "quote"), (of, field) => {
        const changed = { ...of, [field]: `${of[field]}x` };
        expect(digest(changed)).not.toBe(digest(of));
        expect(basisChanges(basisOf(of), basisOf(changed))).not.toEqual([]);
        expect(basisChangeSentences(basisOf(of), basisOf(changed))).not.toEqual([]);
      }),
    );
  });

  test("each field of evidence is in it, and adding or removing evidence is seen", () => {
    fc.assert(
      fc.property(input, fc.constantFrom("passage", "locator", "note"), (of, field) => {
        const [first, ...rest] = of.evidence;
        fc.pre(first !== undefined);
        const edited = { ...of, evidence: [{ ...first, [field]: `${first[field]}x` }, ...rest] };
        expect(basisChanges(basisOf(of), basisOf(edited))).toEqual(["evidence"]);
        expect(basisChanges(basisOf(of), basisOf({ ...of, evidence: rest }))).toEqual(["evidence"]);
      }),
    );
  });

  test("equal bases have no changes", () => {
    fc.assert(
      fc.property(input, (of) => {
        expect(basisChanges(basisOf(of), basisOf({ ...of }))).toEqual([]);
      }),
    );
  });
});

const sample: BasisInput = { quote: "", blocks: [], statement: "", claimant: "", saidOn: "", saidIn: "", evidence: [] };

describe("the typographic fold", () => {
  test("is idempotent and never loses a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        const folded = typographicFold(words);
        expect(typographicFold(folded)).toBe(folded);
      }),
    );
  });

  test.each([
    ["“Stet” — it’s", `"Stet" - it's`],
    ["ﬁne oﬃce", "fine office"],
    ["a\u00adb\u200bc", "abc"],
    ["one\u00a0\n two", "one two"],
    ["wait…", "wait..."],
  ])("%j becomes %j", (from, to) => {
    expect(typographicFold(from)).toBe(to);
  });

  test("keeps different words apart", () => {
    expect(typographicFold("sixteen were built")).not.toBe(typographicFold("nineteen were built"));
    expect(typographicFold("Resume")).not.toBe(typographicFold("resume"));
  });
});
