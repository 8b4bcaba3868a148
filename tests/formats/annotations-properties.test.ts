import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { readAnnotations, readAnnotationsFile } from "#lib/formats/annotations/read-annotations.ts";

const text = "Officials said 😀 that the rate rose by four percent. Nobody said that the rate rose again.";
const odd = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.constantFrom(null, undefined, true, "", "the rate rose", -0, 2 ** 53, 1e308, Number.NaN),
  fc.constantFrom([], {}, [[]], { "@value": "the rate rose" }, { "@list": [{}] }, { "@id": "_:x" }),
);
const names = fc.constantFrom(
  ..."type @type id @id items first next @graph rows target oa:hasTarget selector hasSelector refinedBy body value".split(
    " ",
  ),
  ..."exact prefix suffix start end oa:exact source bodyValue purpose motivation @value @list __proto__ constructor".split(
    " ",
  ),
);
const types = fc.constantFrom(
  ..."Annotation AnnotationPage AnnotationCollection TextQuoteSelector TextPositionSelector Choice List RangeSelector".split(
    " ",
  ),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 6 }, odd, types, tie("list"), tie("node")),
  list: fc.array(tie("tree"), { maxLength: 4 }),
  node: fc.dictionary(names, tie("tree"), { maxKeys: 6 }),
}));

test("whatever the value, reading and anchoring answer, and every place lies in the text", () => {
  fc.assert(
    fc.property(tree, (value) => {
      const read = readAnnotations(value);
      if (!read.ok) return;
      const anchored = anchorAnnotations(text, read.value);
      expect(anchored.ok && anchored.value.length).toBe(read.value.length);
      for (const anchor of anchored.ok ? anchored.value : []) {
        if (anchor.start === null) expect(anchor.reason).toBeTruthy();
        else expect(0 <= anchor.start && anchor.start < anchor.end && anchor.end <= text.length).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test("whatever the bytes, reading answers", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => new TextEncoder().encode(json)),
      ),
      (bytes) => {
        expect(typeof readAnnotationsFile(bytes).ok).toBe("boolean");
      },
    ),
    { numRuns: 1000 },
  );
});
