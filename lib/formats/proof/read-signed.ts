import { z } from "zod";
import { changeKinds, editionSchema, reportTemplates, type SignedEdition } from "#lib/domain/edition.ts";
import { reportSchema } from "#lib/domain/report.ts";
import { err, ok, type Result } from "#lib/domain/result.ts";
import { canonicalForm } from "#lib/formats/canonical-form.ts";

/** `canonical` is the RFC 8785 form of the edition, what its digest is of; `isCanonical` whether the text was that of the whole. */
export type ReadProof = {
  readonly signed: SignedEdition;
  readonly canonical: string;
  readonly isCanonical: boolean;
};

const time = z.iso.datetime();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const change = z.strictObject({ kind: z.enum(changeKinds), what: z.string(), why: z.string() }).nullable();
const claim = z.looseObject({
  id: z.string(),
  number: z.number(),
  statement: z.string(),
  evidence: z.array(z.looseObject({})),
});

/** The head of an edition to the letter; of the report, which its signature covers, what tells that it is one. */
const edition = z.strictObject({
  schema: z.literal(editionSchema),
  id: z.string(),
  number: z.int().min(1),
  desk: z.strictObject({
    id: z.string(),
    name: z.string(),
    homepage: z.string(),
    correctionsPage: z.string(),
    keys: z.string(),
  }),
  address: z.string(),
  publishedAt: time,
  publishedBy: z.string(),
  template: z.enum(reportTemplates),
  language: z.string(),
  summary: z.string(),
  method: z.string(),
  change,
  earlier: z.array(z.strictObject({ number: z.int().min(1), publishedAt: time, digest, change })),
  report: z.looseObject({
    schema: z.literal(reportSchema),
    status: z.enum(["draft", "published", "withdrawn"]),
    article: z.looseObject({ id: z.string(), title: z.string(), text: z.string(), blocks: z.array(z.looseObject({})) }),
    claims: z.array(claim),
  }),
  leftOut: z.int().min(0),
  audit: z.strictObject({ seq: z.int().min(0), hash: digest }),
});

/** 32 and 64 bytes in base64url, the bits that are left over in the last character being 0: one way of writing each. */
const publicKey = z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/);
const signature = z.string().regex(/^[\w-]{85}[AQgw]$/);

const signedEdition = z.strictObject({
  edition,
  proof: z.strictObject({
    algorithm: z.literal("Ed25519"),
    keyId: z.string(),
    publicKey,
    digest,
    signature,
  }),
  layout: z.int().min(1).exactOptional(),
});

/** Deeper than any edition; more would only fill the stack. */
const mostDepth = 64;

/** Reads a signed edition from JSON. The error is a sentence that says what keeps it from being one. */
export function readSigned(text: string): Result<ReadProof, string> {
  if (depthOf(text) > mostDepth) return err("The proof is no edition: it nests deeper than one ever does.");
  const value = jsonOf(text);
  if (value === undefined) return err("The proof is not JSON: it was cut or changed.");
  if (!isSignedEdition(value)) return err(whyNot(value));
  try {
    const canonical = canonicalForm(value.edition);
    const whole = canonicalForm(value);
    const written = text.replace(/\n$/, "");
    // In HTML it is written without a "<", which could end the element it stands in.
    const isCanonical = written === whole || written === whole.replaceAll("<", "\\u003c");
    return ok({ signed: value, canonical, isCanonical });
  } catch {
    return err("The proof holds half a character, which no edition does: it was changed."); // A lone surrogate.
  }
}

function isSignedEdition(value: unknown): value is SignedEdition {
  return signedEdition.safeParse(value).success;
}

function whyNot(value: unknown): string {
  const schema = schemaNamed(value);
  if (schema !== undefined && schema !== editionSchema) {
    return `The edition is written as "${schema.slice(0, 60)}", and this program reads "${editionSchema}". Use a newer one.`;
  }
  const [issue] = signedEdition.safeParse(value).error?.issues ?? [];
  const place = issue?.path.join(".") ?? "";
  return `The proof is not an edition as this program knows it${place === "" ? "" : `: ${place} is missing or not what it has to be`}.`;
}

const named = z.looseObject({ edition: z.looseObject({ schema: z.string() }) });

function schemaNamed(value: unknown): string | undefined {
  return named.safeParse(value).data?.edition.schema;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How deep the brackets of a JSON text nest, those in its strings left out. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}
