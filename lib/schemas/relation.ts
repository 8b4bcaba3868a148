import { z } from "zod";
import { identifier, listOfIds, requiredText, rowVersion, wholeNumber, writtenText } from "#lib/schemas/text.ts";

const nothing = z.literal("").transform(() => null);
/** UTF-16 code units in a version's text. */
const offset = wholeNumber(0, 2_147_483_647);
const selected = wholeNumber(0, 2_147_483_647, "Select the words of the new claim.");
const noOffset = z.union([nothing, z.null(), offset]).default(null);

/** Ids as JSON lists them, or as a form sends them, parted by spaces. */
const ids = listOfIds(1000).default([]);
const ticked = z
  .union([z.boolean(), nothing.transform(() => false), z.enum(["on", "yes"]).transform(() => true)])
  .default(false);

/**
 * `[start, end)` of version `versionId` become claim `id`, with its statement. `oldStart`, `oldEnd` and `oldStatement`
 * narrow the claim it is split off; without them it keeps what it has. Evidence of `copiedIds` is copied to the new
 * claim, that of `movedIds` is taken off the old one besides.
 */
export const splitClaim = z
  .object({
    id: identifier,
    claimId: identifier,
    rowVersion,
    versionId: identifier,
    start: selected,
    end: offset,
    statement: requiredText(2000, "Write the new claim’s statement."),
    oldStart: noOffset,
    oldEnd: noOffset,
    oldStatement: writtenText(2000).default(""),
    copiedIds: ids,
    movedIds: ids,
  })
  .check((context) => {
    const { oldStart, oldEnd } = context.value;
    if ((oldStart === null) === (oldEnd === null)) return;
    const message = "Select the words that stay again.";
    context.issues.push({ code: "custom", path: ["oldStart"], message, input: context.value });
  });
export type SplitClaim = z.output<typeof splitClaim>;

/** Claim `otherId` goes into `claimId`; `id` names the relation. `widen`: the claim's words cover those of both then. */
export const mergeClaims = z.object({
  id: identifier,
  claimId: identifier,
  otherId: identifier,
  rowVersion,
  widen: ticked,
});
export type MergeClaims = z.output<typeof mergeClaims>;

/** Claim `claimId` says the same as `otherId` and takes its verdict from there. */
export const relateClaims = z.object({ id: identifier, claimId: identifier, otherId: identifier });
export type RelateClaims = z.output<typeof relateClaims>;

export const endRelation = z.object({ id: identifier, claimId: identifier });
export type EndRelation = z.output<typeof endRelation>;

/** `id` names the new revision of `claimId`. */
export const shareVerdict = z.object({ id: identifier, claimId: identifier, rowVersion });
export type ShareVerdict = z.output<typeof shareVerdict>;

/** `revisionId` is the leading claim's present revision. */
export const reviewPlaces = z.object({
  id: identifier,
  claimId: identifier,
  revisionId: identifier,
  comment: writtenText(10_000).default(""),
});
export type ReviewPlaces = z.output<typeof reviewPlaces>;
