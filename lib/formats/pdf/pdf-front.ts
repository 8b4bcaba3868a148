import type { EditionChange } from "#lib/domain/edition.ts";
import { countsLine, creditsOf, type EditionFacts, titleOf } from "#lib/formats/edition/page-facts.ts";
import type { Mark } from "#lib/formats/pdf/pdf-standing.ts";
import {
  addressRun,
  isolatedWords,
  lineIn,
  paragraphOf,
  paragraphsOf,
  type Run,
  runOf,
  shortened,
  type Words,
  wordsAmong,
} from "#lib/formats/pdf/pdf-words.ts";
import { dayOf, filled, joinedParts, type Voice } from "#lib/formats/report/voice.ts";

/** Words under a label. */
export type Labelled = { readonly label: string; readonly words: readonly Words[] };

/** The head of the first page. */
export type PdfFront = {
  readonly desk: string;
  readonly editionLine: string;
  readonly change: {
    readonly title: string;
    readonly notice: readonly Words[];
    readonly said: readonly Labelled[];
  } | null;
  readonly title: Words;
  /** The editor's words, or how many claims there are where there are none. */
  readonly summary: readonly Words[];
  readonly credits: readonly Words[];
  /** Which version of the article, and its address. */
  readonly version: readonly Run[];
  readonly counts: readonly (Mark & { readonly claims: number })[];
};

export function frontOf(facts: EditionFacts): PdfFront {
  const { edition, report, voice } = facts;
  const { words } = voice;
  const { version, address } = report.article;
  const summary = paragraphsOf(edition.summary);
  const reader = { public: "", editor: words.forEditor, writer: words.forWriter }[edition.template];
  const line = filled(words.editionLine, { number: edition.number, day: dayOf(edition.publishedAt, voice) });
  const numbered = filled(words.articleVersion, { number: version });
  return {
    desk: isolatedWords(report.desk),
    editionLine: joinedParts([line, reader], voice),
    change: changeOf(facts),
    title: paragraphOf(titleOf(facts)),
    summary: summary.length === 0 ? [lineIn(countsLine(facts), voice)] : summary,
    credits: creditLines(facts),
    version:
      address === null || address === ""
        ? [runOf(numbered)]
        : [runOf(`${numbered}${words.comma}`), addressRun(address, voice)],
    counts: countsOf(facts),
  };
}

/** What changed and why, each under a word for it. */
export function whatAndWhy({ kind, what, why }: EditionChange, { words }: Voice): Labelled[] {
  return [
    { label: kind === "withdrawal" ? words.whatIsTakenBack : words.whatChanged, words: paragraphsOf(what) },
    { label: words.why, words: paragraphsOf(why) },
  ].filter((said) => said.words.length > 0);
}

function changeOf({ edition, report, voice }: EditionFacts): PdfFront["change"] {
  const { change } = edition;
  const isWithdrawn = report.status === "withdrawn";
  if (change === null && !isWithdrawn) return null;
  const name = voice.words[isWithdrawn ? "withdrawal" : (change?.kind ?? "update")];
  return {
    title: joinedParts([name, dayOf(edition.publishedAt, voice)], voice),
    notice: isWithdrawn ? paragraphsOf(voice.words.withdrawnNotice) : [],
    said: change === null ? [] : whatAndWhy(change, voice),
  };
}

/** Names and days as the report's own words, whatever letters the names are of. */
function creditLines({ edition, report, voice, ...facts }: EditionFacts): Words[] {
  const among = (words: string) => wordsAmong(words, voice);
  const { article, people } = report;
  const named = {
    ...report,
    article: {
      ...article,
      byline: among(article.byline.replace(/^by\s+/i, "")),
      publisher: among(article.publisher),
    },
    people: { checkedBy: people.checkedBy.map(among), reviewedBy: people.reviewedBy.map(among) },
  };
  const published = { ...edition, publishedBy: among(edition.publishedBy) };
  return creditsOf({ ...facts, voice, edition: published, report: named }).map((line) => lineIn(line, voice));
}

function countsOf({ report, voice }: EditionFacts): PdfFront["counts"] {
  const { words } = voice;
  const { ratings, stale, open, withdrawn } = report.summary;
  const rated = ratings.map(({ token, label, claims }) => ({
    look: `v-${token}`,
    word: wordsAmong(shortened(label, 80), voice),
    claims,
  }));
  const rest = [
    { look: "s-stale", word: words.stateStale, claims: stale },
    { look: "s-open", word: words.stillOpen, claims: open - stale },
    { look: "s-withdrawn", word: words.stateWithdrawn, claims: withdrawn },
  ];
  return [...rated, ...rest].filter(({ claims }) => claims > 0);
}
