import { z } from "zod";
import { changeKinds, editionSchema, reportTemplates, type SignedEdition } from "#lib/domain/edition.ts";
import { reportSchema } from "#lib/domain/report.ts";
import { editionLimits } from "#lib/formats/proof/edition-limits.ts";
import { keyIdPattern } from "#lib/formats/proof/key-id.ts";

/** A list of which only the first thing that does not fit is told: a forger's has millions of them. */
function list(item: z.ZodType) {
  return z.unknown().superRefine((value, context) => {
    if (!Array.isArray(value)) {
      context.addIssue({ code: "custom", message: "No list" });
      return;
    }
    for (const [at, one] of value.entries()) {
      const issue = item.safeParse(one).error?.issues[0];
      if (issue === undefined) continue;
      context.addIssue({ code: "custom", path: [at, ...issue.path], message: issue.message });
      return;
    }
  });
}

const time = z.iso.datetime();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const change = z.strictObject({ kind: z.enum(changeKinds), what: z.string(), why: z.string() }).nullable();
const claim = z.looseObject({
  id: z.string(),
  number: z.number(),
  statement: z.string(),
  evidence: list(z.looseObject({})),
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
  earlier: list(z.strictObject({ number: z.int().min(1), publishedAt: time, digest, change })),
  report: z.looseObject({
    schema: z.literal(reportSchema),
    status: z.enum(["draft", "published", "withdrawn"]),
    article: z.looseObject({ id: z.string(), title: z.string(), text: z.string(), blocks: list(z.looseObject({})) }),
    claims: list(claim),
  }),
  leftOut: z.int().min(0),
  audit: z.strictObject({ seq: z.int().min(0), hash: digest }),
});

/** 32 and 64 bytes in base64url, the bits that are left over in the last character being 0: one way of writing each. */
const publicKey = z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/);
const signature = z.string().regex(/^[\w-]{85}[AQgw]$/);

const shape = z.strictObject({
  edition,
  proof: z.strictObject({
    algorithm: z.literal("Ed25519"),
    keyId: z.string().regex(keyIdPattern),
    publicKey,
    digest,
    signature,
  }),
  layout: z.int().min(1).max(editionLimits.layout).exactOptional(),
});

/** Takes the value as it is, so that its own form can be compared; of what does not fit, the first place alone is told. */
export const signedShape = z.custom<SignedEdition>().superRefine((value, context) => {
  const issue = shape.safeParse(value).error?.issues[0];
  if (issue !== undefined) context.addIssue({ code: "custom", path: issue.path, message: issue.message });
});
