import type { RootContent } from "mdast";
import { overridesOf, votesOf } from "#lib/formats/edition/html-tables.ts";
import { heading, labelled, tableOf } from "#lib/formats/edition/markdown-pieces.ts";
import { countsLine, creditsOf, type EditionFacts, titleOf } from "#lib/formats/edition/page-facts.ts";
import { addressLink, paragraph, paragraphsOf, strong, text } from "#lib/formats/report/markdown-text.ts";
import { dayOf, filled } from "#lib/formats/report/voice.ts";
import { standingIn, wordingIn } from "#lib/formats/report/voice-claim.ts";

/** Whose it is and which, the title, the summary, who worked on it, the counts, what changed and why. */
export function frontOf(facts: EditionFacts): RootContent[] {
  const { edition, report, voice } = facts;
  const { words } = voice;
  const { address, version } = report.article;
  const withdrawn = report.status === "withdrawn" ? [paragraph(strong(text(words.withdrawnNotice)))] : [];
  const reader = { public: "", editor: words.forEditor, writer: words.forWriter }[edition.template];
  const day = dayOf(edition.publishedAt, voice);
  const line = filled(words.editionLine, { number: edition.number, day });
  const numbered = filled(words.articleVersion, { number: version });
  const at = address === null || address === "" ? [] : [text(words.comma), addressLink(address)];
  return [
    ...withdrawn,
    ...(withdrawn.length === 0 ? [] : change(facts)),
    heading(titleOf(facts), 1),
    paragraph(strong(text(edition.desk.name)), text(`. ${line}${reader === "" ? "" : `${words.comma}${reader}`}.`)),
    ...(edition.summary.trim() === "" ? [paragraph(text(countsLine(facts)))] : paragraphsOf(edition.summary)),
    ...creditsOf(facts).map((credit) => paragraph(text(`${credit}.`))),
    paragraph(text(numbered), ...at),
    ...countTable(facts),
    ...(withdrawn.length === 0 ? change(facts) : []),
  ];
}

function change({ edition, voice }: EditionFacts): RootContent[] {
  if (edition.change === null) return [];
  const { kind, what, why } = edition.change;
  const { words } = voice;
  const changed = kind === "withdrawal" ? words.whatIsTakenBack : words.whatChanged;
  return [
    heading(`${words[kind]}${words.comma}${dayOf(edition.publishedAt, voice)}`),
    ...(what.trim() === "" ? [] : [labelled(changed, text(what.trim()))]),
    ...(why.trim() === "" ? [] : [labelled(words.why, text(why.trim()))]),
  ];
}

function countTable({ report, voice }: EditionFacts): RootContent[] {
  const { words } = voice;
  const { ratings, stale, open, withdrawn, claims } = report.summary;
  if (claims === 0) return [];
  const rows: (readonly [string, number])[] = [
    ...ratings.map((rating) => [rating.label, rating.claims] as const),
    [words.stateStale, stale],
    [words.stillOpen, open - stale],
    [words.stateWithdrawn, withdrawn],
  ];
  const shown = rows.filter(([, count]) => count > 0);
  return [
    tableOf(
      [words.verdict, words.claims],
      shown.map(([label, count]) => [label, String(count)]),
    ),
  ];
}

/** For the writer: what is wrong, which words are suggested, why, and what became of it. */
export function changeTable(facts: EditionFacts): RootContent[] {
  const { words } = facts.voice;
  const rows = facts.wordings.map(({ claim, standing, verdict }) => [
    String(claim.number),
    claim.quote,
    verdict.suggestedWording,
    `${standingIn(standing, facts.voice)}. ${verdict.rationale}`,
    `${wordingIn(verdict.wording, facts.voice)}. ${verdict.wording?.note ?? ""}`,
  ]);
  const heads = [words.claim, words.asWritten, words.suggestedWording, words.reason, words.answer];
  return [heading(words.changeList), rows.length === 0 ? paragraph(text(words.noChanges)) : tableOf(heads, rows)];
}

/** For the editor: every vote and every override at a glance. */
export function overviewTable(facts: EditionFacts): RootContent[] {
  const { live, voice } = facts;
  const { words } = voice;
  if (live.length === 0) return [];
  const orNone = (lines: readonly string[]) => (lines.length === 0 ? words.none : lines.join("; "));
  const rows = live.map(({ claim, standing }) => [
    String(claim.number),
    standingIn(standing, voice),
    orNone(votesOf(claim.verdict, facts)),
    orNone(overridesOf(claim.verdict, facts)),
  ]);
  return [heading(words.overview), tableOf([words.claim, words.verdict, words.votes, words.overrides], rows)];
}
