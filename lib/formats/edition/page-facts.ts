import type { EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import type { Report, ReportVerdict } from "#lib/domain/report.ts";
import { standingOf } from "#lib/domain/report.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { dayIn, filled, joinedParts, listed, momentIn, voiceOf } from "#lib/formats/report/voice.ts";

/** An edition as its renderers read it. Claims stand in the order that the editor gave them. */
export type EditionFacts = {
  readonly signed: SignedEdition;
  readonly edition: EditionDocument;
  readonly report: Report;
  readonly voice: Voice;
  readonly live: readonly ClaimEntry[];
  readonly withdrawn: readonly ClaimEntry[];
  /** Claims for which other words are suggested, and their verdict. */
  readonly wordings: readonly (ClaimEntry & { readonly verdict: ReportVerdict })[];
  /** One signed-off verdict for each rating that is used and explained, the truest first and those off the scale last. */
  readonly ratings: readonly ReportVerdict[];
};

/** What a renderer needs to know of an edition. */
export function factsOf(signed: SignedEdition): EditionFacts {
  const { edition } = signed;
  const { report } = edition;
  const entries = report.claims.map((claim) => ({ claim, standing: standingOf(claim) }));
  const live = entries.filter(({ standing }) => standing.kind !== "withdrawn");
  return {
    signed,
    edition,
    report,
    voice: voiceOf(edition.language),
    live,
    withdrawn: entries.filter(({ standing }) => standing.kind === "withdrawn"),
    wordings: live.flatMap((entry) => {
      const { verdict } = entry.claim;
      return verdict === null || verdict.suggestedWording.trim() === "" ? [] : [{ ...entry, verdict }];
    }),
    ratings: ratingsOf(live),
  };
}

function ratingsOf(entries: readonly ClaimEntry[]): ReportVerdict[] {
  const byLabel = new Map<string, ReportVerdict>();
  for (const { standing } of entries) {
    if (standing.kind !== "signed-off" || standing.verdict.definition.trim() === "") continue;
    const { label } = standing.verdict;
    if (!byLabel.has(label)) byLabel.set(label, standing.verdict);
  }
  const worth = ({ value }: ReportVerdict) => value ?? Number.NEGATIVE_INFINITY;
  return [...byLabel.values()].sort((a, b) => (worth(a) === worth(b) ? 0 : worth(b) - worth(a)));
}

/** Who wrote, checked, reviewed and published, each in a line; of an edition that nobody has published, not the last. */
export function creditsOf({ edition, report, voice }: EditionFacts): string[] {
  const { words } = voice;
  const { byline, publisher, publishedOn } = report.article;
  const { checkedBy, reviewedBy } = report.people;
  const at = momentIn(edition.publishedAt, voice);
  const by = byline === "" ? "" : filled(words.by, { name: byline.replace(/^by\s+/i, "") });
  return [
    joinedParts([by, publisher, dayIn(publishedOn ?? "", voice)], voice),
    checkedBy.length === 0 ? "" : filled(words.checkedBy, { names: listed(checkedBy, voice) }),
    reviewedBy.length === 0 ? "" : filled(words.reviewedBy, { names: listed(reviewedBy, voice) }),
    edition.publishedBy === ""
      ? ""
      : joinedParts([filled(words.publishedBy, { name: edition.publishedBy }), at], voice),
  ].filter((line) => line !== "");
}

/** The title of the article, or what stands in its place. */
export function titleOf({ report, voice }: EditionFacts): string {
  const title = report.article.title.trim();
  return title === "" ? voice.words.untitled : title;
}

/** Digests and keys in groups of eight characters, as people compare them. */
export function grouped(value: string): string {
  return value.replace(/(.{8})(?=.)/gu, "$1 ");
}

/** What is said in the place of a summary. */
export function countsLine({ report, voice }: EditionFacts): string {
  const { claims, signedOff } = report.summary;
  return claims === 0 ? voice.words.noClaims : filled(voice.words.countsLine, { claims, signedOff });
}
