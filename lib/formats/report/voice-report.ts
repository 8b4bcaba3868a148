import type { Report } from "#lib/domain/report.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { filled } from "#lib/formats/report/voice.ts";

/** The summary's counts in short sentences: "Claims: 4. Signed off: 3. Stale: 1." */
export function countsIn({ summary }: Report, { words }: Voice): string {
  const { claims, signedOff, stale, open, withdrawn } = summary;
  if (claims === 0) return words.noClaims;
  const rest = [
    { state: words.stateStale, number: stale },
    { state: words.stillOpen, number: open - stale },
    { state: words.stateWithdrawn, number: withdrawn },
  ].filter(({ number }) => number > 0);
  return [filled(words.countsLine, { claims, signedOff }), ...rest.map((each) => filled(words.stateCount, each))].join(
    " ",
  );
}
