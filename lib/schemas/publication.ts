import { z } from "zod";
import { moment } from "#lib/schemas/moment.ts";
import { identifier, wholeNumber, writtenText } from "#lib/schemas/text.ts";

/** JSON says true or false, a form "yes" or "". */
const choice = z.union([z.boolean(), z.enum(["yes", ""]).transform((word) => word === "yes")]);

/** `rowVersion` is 0 while nobody has said anything of the article yet. */
export const openReport = z.object({
  articleId: identifier,
  rowVersion: wholeNumber(0, 2_000_000_000),
  isPublic: choice.default(false),
  isIndexed: choice.default(false),
  hasClaimPages: choice.default(false),
  embargoUntil: z.union([moment, z.null()]).default(null),
});
export type OpenReport = z.output<typeof openReport>;

/** `id` names the link. Without an edition it leads to the newest one. It lasts `days` days. */
export const shareReport = z.object({
  id: identifier,
  articleId: identifier,
  editionId: z.union([identifier, z.null(), z.literal("").transform(() => null)]).default(null),
  name: writtenText(200).default(""),
  days: wholeNumber(1, 365, "Choose 1 to 365 days."),
});
export type ShareReport = z.output<typeof shareReport>;

export const revokeReportLink = z.object({ id: identifier });
export type RevokeReportLink = z.output<typeof revokeReportLink>;
