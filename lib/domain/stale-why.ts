import type { StaleReason } from "#lib/domain/claim.ts";
import { staleSentences } from "#lib/domain/claim.ts";

/** What made a verdict stale, as the record tells it. */
export type StaleCause = {
  readonly reason: StaleReason;
  /** The article's newest version at that moment; null where the record does not say. */
  readonly versionNumber: number | null;
  /** What was done to the evidence or the statement, an action of the record; null where it does not say. */
  readonly action: string | null;
  /** Who did it; "" where nobody of the desk did. */
  readonly who: string;
  /** ISO 8601; null where the record does not say. */
  readonly at: string | null;
};

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const done: Readonly<Record<string, string>> = {
  "evidence.link": "Evidence was added",
  "evidence.edit": "Evidence was edited",
  "evidence.remove": "Evidence was removed",
  "evidence.restore": "Removed evidence was brought back",
  "evidence.capture": "Evidence was bound to a kept copy",
  "claim.edit": "The statement was edited",
};

/** Why a verdict is stale, in a sentence that names the version, or who did it and when (the day in UTC). */
export function staleWhy({ reason, versionNumber, action, who, at }: StaleCause): string {
  if (at === null) return staleSentences[reason];
  const by = `${who === "" ? "" : ` by ${who}`} on ${dayFormat.format(new Date(at))}`;
  switch (reason) {
    case "quote":
      return versionNumber === null ? staleSentences.quote : `The quote changed in version ${versionNumber}.`;
    case "surroundings":
      return versionNumber === null
        ? staleSentences.surroundings
        : `The paragraph around it changed in version ${versionNumber}.`;
    case "statement":
      return `${done[action ?? ""] ?? "The statement changed"}${by}.`;
    case "evidence":
      return `${done[action ?? ""] ?? "The evidence changed"}${by}.`;
  }
}
