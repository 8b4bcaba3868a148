import type { ReportClaim, ReportStanding } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { shortened, wordsAmong } from "#lib/formats/pdf/pdf-words.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { stateIn } from "#lib/formats/report/voice-claim.ts";

/** What a claim is shown as: the name of a drawing and colour of the template, and the word beside it. */
export type Mark = { readonly look: string; readonly word: string };

/** The rating's drawing and word when it is signed off, else those of its state. For margins. */
export function markOf(claim: ReportClaim, standing: ReportStanding, voice: Voice): Mark {
  if (standing.kind === "signed-off") {
    const { verdict } = standing;
    return { look: `v-${verdict.token}`, word: wordsAmong(shortened(verdictWords(verdict), 80), voice) };
  }
  const state = standing.kind === "unsettled" ? claim.state : standing.kind;
  return { look: `s-${state}`, word: stateIn(state, voice) };
}
