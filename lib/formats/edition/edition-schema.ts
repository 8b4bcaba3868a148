import { z } from "zod";
import { changeKinds, editionSchema, reportTemplates, type SignedEdition } from "#lib/domain/edition.ts";
import { err, ok, type Result } from "#lib/domain/result.ts";
import { reportShape } from "#lib/formats/edition/report-schema.ts";
import { editionLimits } from "#lib/formats/proof/edition-limits.ts";
import { keyIdPattern } from "#lib/formats/proof/key-id.ts";

/** Where the JSON Schema of editions is served, under the address of any desk. */
const editionSchemaPath = "/schemas/stet-edition-1.json";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const change = z.strictObject({ kind: z.enum(changeKinds), what: z.string(), why: z.string() }).nullable();
const editionNumber = z.int().min(1);
const moment = z.iso.datetime();

const edition = z.strictObject({
  schema: z.literal(editionSchema),
  id: z.guid(),
  number: editionNumber.describe("From 1, without a gap in an article."),
  desk: z.strictObject({
    id: z.guid(),
    name: z.string(),
    homepage: z.string(),
    correctionsPage: z.string(),
    keys: z.string().describe("Where the desk's public keys are read."),
  }),
  address: z.string().describe("The public page of this edition, whether it is open or not."),
  publishedAt: moment,
  publishedBy: z.string(),
  template: z.enum(reportTemplates),
  language: z.string().min(1).describe("BCP 47; the language of the report's own words."),
  summary: z.string(),
  method: z.string(),
  change: change.describe("Null in the first edition."),
  earlier: z
    .array(z.strictObject({ number: editionNumber, publishedAt: moment, digest, change }))
    .describe("Oldest first."),
  report: reportShape,
  leftOut: z.int().min(0).describe("How many claims of the article were left out."),
  audit: z.strictObject({ seq: z.int().min(0), hash: digest }),
});

const proof = z.strictObject({
  algorithm: z.literal("Ed25519"),
  keyId: z.string().regex(keyIdPattern).describe("The key in the desk's list, a UUID in lower case; not signed."),
  publicKey: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .describe("32 bytes in base64url without padding."),
  digest: digest.describe("SHA-256 of the RFC 8785 form of `edition`."),
  signature: z
    .string()
    .regex(/^[A-Za-z0-9_-]{86}$/)
    .describe("RFC 8032, over `stet-edition-1`, a line feed and the digest, in UTF-8; base64url without padding."),
});

const layout = z
  .int()
  .min(1)
  .max(editionLimits.layout)
  .describe("In which layout the file around it was written; not signed, and not there outside a file.");

const signedEdition = z.strictObject({ edition, proof, layout: layout.exactOptional() });

/** Reads a signed edition to the letter of its schema. The error names each place that does not fit, one a line. */
export function readEdition(text: string): Result<SignedEdition, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err("This is not JSON: it was cut or changed.");
  }
  const read = signedEdition.safeParse(value);
  return read.success ? ok(read.data) : err(z.prettifyError(read.error));
}

/** The same as a JSON Schema (draft 2020-12) under its own address. */
export function editionJsonSchema(origin: string) {
  const schema = z.toJSONSchema(signedEdition, { target: "draft-2020-12", io: "input", reused: "ref" });
  const title = "A signed edition of a fact-check report";
  return { ...schema, $id: new URL(editionSchemaPath, origin).href, title };
}
