import type { ReportClaim } from "#lib/domain/report.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";

/** What differs where the article and its evidence are written for a draft or for an edition. */
export type Manner = {
  readonly voice: Voice;
  /** The id of the element that says everything of a claim. */
  readonly anchorOf: (claim: ReportClaim) => string;
};

/** A draft is read on the desk: in English, its claims by their numbers. */
export const draftManner: Manner = { voice: voiceOf("en"), anchorOf: (claim) => `claim-${claim.number}` };
