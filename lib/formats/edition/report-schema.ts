import { z } from "zod";
import { blockTypes } from "#lib/domain/block.ts";
import { claimStates, staleReasons } from "#lib/domain/claim.ts";
import { cslTypes } from "#lib/domain/csl.ts";
import { evidenceKinds, sourceKinds, stances } from "#lib/domain/evidence.ts";
import { gateStages, gates } from "#lib/domain/gate.ts";
import { ratingTokens } from "#lib/domain/rating.ts";
import { reportSchema } from "#lib/domain/report.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();
const offset = z.int().min(0);
const count = z.int().min(0);
const text = z.string();
const token = z.enum(ratingTokens);
const dir = z.enum(["ltr", "rtl"]);

const mark = z.union([
  z.strictObject({
    type: z.enum(["emphasis", "strong", "subscript", "superscript"]),
    start: offset,
    end: offset,
  }),
  z.strictObject({ type: z.literal("link"), href: text, start: offset, end: offset }),
]);

const place = z.union([z.strictObject({ page: z.number() }), z.strictObject({ from: z.number(), to: z.number() })]);

const block = z.strictObject({
  index: count,
  type: z.enum(blockTypes),
  level: z.int().min(1).max(6).nullable(),
  start: offset,
  end: offset,
  dir,
  place: place.exactOptional(),
  marks: z.array(mark),
});

const cslName = z.union([z.strictObject({ family: text, given: text }), z.strictObject({ literal: text })]);
const cslDate = z.strictObject({ "date-parts": z.array(z.array(z.number())) });
const csl = z
  .object({ id: text, type: z.enum(cslTypes) })
  .catchall(z.union([text, z.array(cslName), cslDate]))
  .describe("An item of CSL-JSON 1.0.2.");

const source = z.strictObject({
  kind: z.enum(sourceKinds),
  title: text,
  publication: text,
  author: text,
  publishedOn: text,
  address: text,
  csl,
});

const capture = z.strictObject({
  digest,
  address: text,
  mediaType: text,
  obtainedAt: moment,
  obtainedBy: text,
});

const evidence = z.discriminatedUnion("confidential", [
  z.strictObject({
    confidential: z.literal(true),
    stance: z.enum(stances),
    kind: z.enum(evidenceKinds),
    describedAs: text,
  }),
  z.strictObject({
    id: z.guid(),
    confidential: z.literal(false),
    stance: z.enum(stances),
    kind: z.enum(evidenceKinds),
    source,
    passage: text,
    locator: text,
    note: text,
    accessedOn: text,
    capture: capture.nullable(),
    selector: z.strictObject({ start: offset, end: offset, prefix: text, suffix: text }).nullable(),
    originId: z.guid().nullable(),
    calculation: z.array(z.strictObject({ line: text, result: text, problem: text.nullable() })),
  }),
]);

const verdict = z.strictObject({
  id: z.guid(),
  revision: z.int().min(1),
  label: text,
  sentence: text.exactOptional(),
  definition: text,
  token,
  value: z.number().nullable(),
  range: z.strictObject({ lowest: z.number(), highest: z.number() }).nullable(),
  rationale: text,
  asOf: text,
  suggestedWording: text,
  wording: z
    .strictObject({ outcome: z.enum(["accepted", "refused", "other"]), note: text, by: text, at: moment })
    .nullable(),
  proposedBy: text,
  proposedAt: moment,
  basisDigest: digest,
  signedOff: z.boolean(),
  reviews: z.array(
    z.strictObject({
      name: text,
      decision: z.enum(["approve", "return", "comment", "dissent"]),
      at: moment,
      comment: text,
    }),
  ),
  overrides: z.array(
    z.strictObject({ gate: z.enum(gates), stage: z.enum(gateStages), name: text, at: moment, reason: text }),
  ),
});

const reply = z.strictObject({
  askedOf: text,
  askedAt: moment,
  deadline: moment.nullable(),
  standing: z.enum(["waiting", "overdue", "answered", "late"]),
  answer: text.nullable(),
  answeredAt: moment.nullable(),
});

const claim = z.strictObject({
  id: z.guid(),
  number: z.int().min(1),
  state: z.enum(claimStates),
  staleReason: z.enum(staleReasons).nullable(),
  staleWhy: text.exactOptional(),
  withdrawnReason: text.nullable(),
  start: offset.describe("UTF-16 code units in `article.text`."),
  end: offset,
  quote: text,
  statement: text,
  claimant: text,
  saidOn: text,
  saidIn: text,
  verdict: verdict.nullable(),
  evidence: z.array(evidence),
  replies: z.array(reply),
});

/** The report in an edition, to the letter. */
export const reportShape = z.strictObject({
  schema: z.literal(reportSchema),
  status: z.enum(["published", "withdrawn"]),
  generatedAt: moment,
  desk: text,
  article: z.strictObject({
    id: z.guid(),
    versionId: z.guid(),
    title: text,
    byline: text,
    publisher: text,
    publishedOn: text.nullable(),
    address: text.nullable(),
    language: text.nullable(),
    version: z.int().min(1),
    textDigest: digest,
    text,
    blocks: z.array(block),
  }),
  people: z.strictObject({ checkedBy: z.array(text), reviewedBy: z.array(text) }),
  summary: z.strictObject({
    claims: count,
    signedOff: count,
    stale: count,
    open: count,
    withdrawn: count,
    ratings: z.array(z.strictObject({ label: text, token, claims: count })),
  }),
  claims: z.array(claim),
});
