import type { AnnotationRow, AnnotationsDraft } from "#lib/domain/annotation-views.ts";

/** "14 passages: 11 come in exactly, 2 need placing, 1 is there already." */
export function passagesSentence({ passages, toPlace, counts }: AnnotationsDraft): string {
  const { exact, there, double, unusable } = counts;
  const parts = [
    said(exact, "comes in exactly", "come in exactly"),
    said(toPlace, "needs placing", "need placing"),
    said(there, "is there already", "are there already"),
    said(double, "repeats another", "repeat others"),
    said(unusable, "cannot be used", "cannot be used"),
  ].filter((part) => part !== "");
  return `${passages === 1 ? "1 passage" : `${counted.format(passages)} passages`}: ${parts.join(", ")}.`;
}

/** "Of those that need placing, 1 changed, 1 may stand in several places." Empty when none does. */
export function placingSentence({ toPlace, counts: { changed, ambiguous, lost } }: AnnotationsDraft): string {
  if (toPlace === 0) return "";
  const parts = [
    said(changed, "has other words", "have other words"),
    said(ambiguous, "may stand in several places", "may stand in several places"),
    said(lost, "is not in the text", "are not in the text"),
  ].filter((part) => part !== "");
  return `Of those that need placing, ${parts.join(", ")}.`;
}

/** Which passages stay out unless they are ticked. */
export function leftOutSentence({ rows }: AnnotationsDraft): string {
  const off = rows.filter(({ kept }) => !kept).length;
  if (off === 0)
    return "Untick what is not to become a claim. What comes with it as a source is evidence that nobody has checked yet.";
  return `${said(off, "insertion or deletion stays out", "insertions and deletions stay out")} unless ticked. What comes in as a source is evidence that nobody has checked yet.`;
}

function said(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${counted.format(count)} ${count === 1 ? one : many}`;
}

const counted = new Intl.NumberFormat("en-GB");

/** "14 claims". */
export function claimsWord(count: number): string {
  return count === 1 ? "1 claim" : `${counted.format(count)} claims`;
}

/** What becomes of one passage, in a few words. */
export function fateWords({ fate, paragraph, places, sameAs, claim, reason }: AnnotationRow): string {
  switch (fate) {
    case "exact":
      return paragraph === null ? "The very words" : `The very words, in paragraph ${paragraph}`;
    case "changed":
      return paragraph === null ? "Other words" : `Other words, in paragraph ${paragraph}`;
    case "ambiguous":
      return places === 1 ? "1 place, with other surroundings" : `${places} places may fit`;
    case "lost":
      return "Not in the text";
    case "there":
      return `These words are claim ${claim?.number ?? ""} already`;
    case "double":
      return `The same as passage ${sameAs ?? ""}`;
    case "unusable":
      return reason;
  }
}
