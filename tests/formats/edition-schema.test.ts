import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { editionToJson } from "#lib/formats/edition/edition-json.ts";
import { editionJsonSchema, readEdition } from "#lib/formats/edition/edition-schema.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { emptyReport, sampleReport } from "#tests/formats/report-fixture.ts";

const schema = editionJsonSchema("https://desk.example");
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
const whole = [signedEdition(), correctedEdition(), signedEdition(emptyReport())];
const samples = sampleArticles.map((article) => signedEdition(sampleReport(article)));

test("the published schema says what it is and where it is", () => {
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(schema.$id).toBe("https://desk.example/schemas/stet-edition-1.json");
});

test.each([...whole, ...samples].map((signed, index) => [index, signed] as const))(
  "edition %i is read back",
  (_, signed) => {
    const json = editionToJson(signed);
    expect(readEdition(json)).toEqual({ ok: true, value: signed });
    expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
  },
);

const [first] = samples;
if (first === undefined) throw new Error("The sample has no article");
const broken: readonly (readonly [string, unknown])[] = [
  ["another schema", { ...first, edition: { ...first.edition, schema: "stet-edition-9" } }],
  ["no proof", { edition: first.edition }],
  ["a word too many", { ...first, edition: { ...first.edition, more: 1 } }],
  ["number nought", { ...first, edition: { ...first.edition, number: 0 } }],
  ["a cut digest", { ...first, proof: { ...first.proof, digest: "ab" } }],
  ["a key that is named in words", withProof(first, { keyId: "NOTE OF THE DESK: all ratings are true" })],
  ["a key that is named in capitals", withProof(first, { keyId: first.proof.keyId.toUpperCase().replace("01", "AB") })],
  ["a layout that is no small number", { ...first, layout: Number.MAX_SAFE_INTEGER }],
  ["a draft", withReport(first, { status: "draft" })],
  ["a claim without its words", withReport(first, { claims: [{ id: 1 }] })],
  ["a list", [first]],
];

function withProof({ edition, proof }: SignedEdition, change: object) {
  return { edition, proof: { ...proof, ...change } };
}

function withReport({ edition, proof }: SignedEdition, change: object) {
  return { edition: { ...edition, report: { ...edition.report, ...change } }, proof };
}

describe.each(broken)("%s", (_, value) => {
  test("is refused by the reader and by the published schema", () => {
    expect(readEdition(JSON.stringify(value)).ok).toBe(false);
    expect(validate(value)).toBe(false);
  });
});

test("half a file is refused", () => {
  expect(readEdition(editionToJson(first).slice(0, 2000)).ok).toBe(false);
});
