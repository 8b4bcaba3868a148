import { z } from "zod";
import { changeKinds, reportTemplates } from "#lib/domain/edition.ts";
import { wordingOutcomes } from "#lib/domain/wording.ts";
import { identifier, language, listOfIds, requiredText, wholeNumber, writtenText } from "#lib/schemas/text.ts";

/** As many as an article may have. */
const mostClaims = 20_000;

/** `rowVersion` is that of the plan, 0 before the first. */
export const changeReportPlan = z.object({
  articleId: identifier,
  rowVersion: wholeNumber(0, 2_000_000_000),
  claimOrder: listOfIds(mostClaims).default([]),
  hidden: listOfIds(mostClaims).default([]),
  summary: writtenText(20_000).default(""),
  method: writtenText(20_000).default(""),
  language: language.default(""),
  template: z.enum(reportTemplates, "Choose for whom the report is.").default("public"),
});
export type ChangeReportPlan = z.output<typeof changeReportPlan>;

const what = requiredText(5000, "Say what changed since the last edition.");
const why = requiredText(5000, "Say why it changed.");
const change = z.object({
  kind: z.enum(changeKinds, "Choose whether it is an update or a correction.").exclude(["withdrawal"]),
  what,
  why,
});

/** `id` names the edition; `seen` is the digest of the preview that the editor looked at. */
export const publishReport = z.object({
  id: identifier,
  articleId: identifier,
  planVersion: wholeNumber(0, 2_000_000_000),
  seen: z.string().regex(/^[0-9a-f]{64}$/, "Look at the report again, then publish it."),
  change: change.nullable().default(null),
});
export type PublishReport = z.output<typeof publishReport>;

/** The same from a form, whose fields `kind`, `what` and `why` are the change; a first edition has none of them. */
export const publishForm = z
  .looseObject({})
  .transform(({ kind, what: said, why: reason, ...form }) => {
    return { ...form, change: kind === undefined ? null : { kind, what: said, why: reason } };
  })
  .pipe(publishReport.extend({ change: change.nullable() }));

/** `id` names the edition that takes the check back. */
export const withdrawReport = z.object({
  id: identifier,
  articleId: identifier,
  what: requiredText(5000, "Say what is taken back."),
  why: requiredText(5000, "Say why."),
});
export type WithdrawReport = z.output<typeof withdrawReport>;

/** What the writer said of the wording that a revision suggests. */
export const answerWording = z
  .object({
    id: identifier,
    claimId: identifier,
    revisionId: identifier,
    outcome: z.enum(wordingOutcomes, "Choose what the writer said."),
    note: writtenText(5000).default(""),
  })
  .refine((input) => input.outcome !== "other" || input.note !== "", {
    message: "Write the words that were printed instead.",
    path: ["note"],
  });
export type AnswerWording = z.output<typeof answerWording>;
