import fc from "fast-check";
import { expect, test } from "vitest";
import { childOf, childrenOf, readXml, xmlLimits, xmlTextOf } from "#lib/formats/import/xml.ts";

test("elements keep their prefixes, attributes and text in order", () => {
  const read = readXml('﻿<?xml version="1.0"?><w:p w:id="1">a<w:r>b &amp; c</w:r><![CDATA[<d>]]><w:r/></w:p>');
  if (!read.ok) throw new Error(read.error.kind);
  expect(read.value.attributes).toEqual({ "w:id": "1" });
  expect(xmlTextOf(read.value)).toBe("ab & c<d>");
  expect(childrenOf(read.value, "w:r")).toHaveLength(2);
  expect(childOf(read.value, "w:q")).toBeNull();
});

test("entities of a document type are not known: nothing is fetched and nothing grows", () => {
  const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>';
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
  for (const text of [laughs, outside]) expect(readXml(text)).toEqual({ ok: false, error: { kind: "damaged" } });
});

test("depth is bounded", () => {
  const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
  expect(readXml(nested(xmlLimits.depth)).ok).toBe(true);
  expect(readXml(nested(xmlLimits.depth + 1))).toEqual({ ok: false, error: { kind: "too-complex" } });
});

test("whatever the text is, the answer is a tree or a kind of problem", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<a/>",
    "&amp;",
    "&x;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x?>",
    "é",
    " ",
    '<a b="c">',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece).map((all) => all.join("")),
      ),
      (text) => {
        const read = readXml(text);
        if (!read.ok) expect(["damaged", "too-complex"]).toContain(read.error.kind);
      },
    ),
    { numRuns: 500 },
  );
});
