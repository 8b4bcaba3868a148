import type { ICommentOptions, Paragraph } from "docx";
import type { SignedEdition } from "#lib/domain/edition.ts";
import type { ReportClaim, ReportEvidence, ReportVerdict } from "#lib/domain/report.ts";
import { bold, type LinePart, linesOf, linkTo, reportLine } from "#lib/formats/docx/docx-lines.ts";
import { lineOf } from "#lib/formats/docx/docx-words.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { dayIn, dayOf, filled, joinedParts, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import {
  overrideIn,
  replyIn,
  saidIn,
  signOffIn,
  sourceIn,
  standingIn,
  whyNotIn,
  wordingIn,
} from "#lib/formats/report/voice-claim.ts";

/** Word refuses longer ones. */
const longest = { author: 200, initials: 9 } as const;

/**
 * The comment on a claim: what the edition says of it, by whoever proposed the verdict, on that day. For the writer it
 * is short where no other wording is suggested.
 */
export function commentOn(entry: ClaimEntry, id: number, { edition }: SignedEdition): ICommentOptions {
  const { verdict } = entry.claim;
  const author =
    lineOf(verdict?.proposedBy ?? "", longest.author) || lineOf(edition.desk.name, longest.author) || "Stet";
  const proposed = Date.parse(verdict?.proposedAt ?? "");
  const date = new Date(Number.isNaN(proposed) ? Date.parse(edition.publishedAt) : proposed);
  return {
    id,
    author,
    initials: initialsOf(author),
    date,
    children: (isBrief(entry, edition) ? briefOn : linesOn)(entry, voiceOf(edition.language)),
  };
}

/** The first letters of the first words, with the marks that belong to them. */
function initialsOf(name: string): string {
  const letters = [...name.matchAll(/(?<![\p{L}\p{N}\p{M}'’])[\p{L}\p{N}]/gu)].slice(0, 3).map(([letter]) => letter);
  return letters.join("").toUpperCase().slice(0, longest.initials).toWellFormed() || "–";
}

function isBrief({ claim }: ClaimEntry, { template }: SignedEdition["edition"]): boolean {
  return template === "writer" && (claim.verdict?.suggestedWording ?? "").trim() === "";
}

function briefOn(entry: ClaimEntry, voice: Voice): Paragraph[] {
  return [
    headOf(entry, voice),
    ...own(entry.claim.statement),
    ...own(whyNotIn(entry.standing, voice)),
    line(voice, voice.words.noChanges),
  ];
}

function linesOn(entry: ClaimEntry, voice: Voice): Paragraph[] {
  const { claim, standing } = entry;
  const { verdict } = claim;
  const { words } = voice;
  const isSignedOff = standing.kind === "signed-off";
  return [
    headOf(entry, voice),
    ...own(claim.statement),
    ...named(voice, words.speaker, saidIn(claim, voice)),
    ...own(isSignedOff ? standing.verdict.definition : whyNotIn(standing, voice)),
    ...(verdict === null ? [] : named(voice, isSignedOff ? words.rationale : words.rationaleGiven, verdict.rationale)),
    ...(verdict === null ? [] : named(voice, words.suggestedWording, verdict.suggestedWording)),
    ...wordingOf(verdict, voice),
    ...claim.evidence.map((item) => evidenceLine(item, voice)),
    ...repliesOf(claim, voice),
    ...(verdict === null ? [line(voice, words.noVerdict)] : signOffs(verdict, voice)),
  ];
}

/** A paragraph that the report's own words lead. */
const line = ({ dir }: Voice, ...parts: readonly (LinePart | string)[]) => reportLine("comment", parts, { dir });

/** What people wrote, line by line. */
const own = (words: string) => linesOf(words).map((each) => reportLine("comment", [each]));

function headOf({ claim, standing }: ClaimEntry, voice: Voice): Paragraph {
  return line(voice, bold(`${voice.words.claim} ${claim.number}: ${standingIn(standing, voice)}`));
}

/** The words line by line, the first with the name of it; nothing where there are none. */
function named(voice: Voice, name: string, words: string): Paragraph[] {
  const [first, ...rest] = linesOf(words);
  return first === undefined ? [] : [line(voice, bold(`${name}: `), first), ...own(rest.join("\n"))];
}

function wordingOf(verdict: ReportVerdict | null, voice: Voice): Paragraph[] {
  if (verdict === null || verdict.wording === null) return [];
  return [
    line(voice, bold(`${voice.words.answer}: `), wordingIn(verdict.wording, voice)),
    ...own(verdict.wording.note),
  ];
}

function evidenceLine(item: ReportEvidence, voice: Voice): Paragraph {
  const { words } = voice;
  const how = bold(`${joinedParts([words[item.stance], words[item.kind]], voice)}: `);
  if (item.confidential) return line(voice, how, `${item.describedAs}. ${words.confidential}.`);
  const { source, locator } = item;
  const about = joinedParts([sourceIn(source, voice), locator], voice);
  const title = source.title === "" ? words.untitledSource : source.title;
  return line(
    voice,
    how,
    { words: title, italics: true },
    about === "" ? ". " : `. ${about}. `,
    ...(item.passage === "" ? [] : [`“${item.passage}” `]),
    ...(source.address === "" ? [] : [linkTo(source.address), " "]),
    ...(item.accessedOn === "" ? [] : [`${filled(words.accessed, { day: dayIn(item.accessedOn, voice) })}. `]),
    ...(item.note === "" ? [] : [item.note]),
  );
}

function repliesOf(claim: ReportClaim, voice: Voice): Paragraph[] {
  return claim.replies.flatMap((reply) => [
    line(voice, replyIn(reply, voice)),
    ...named(voice, voice.words.answer, reply.answer ?? ""),
  ]);
}

function signOffs(verdict: ReportVerdict, voice: Voice): Paragraph[] {
  const { words } = voice;
  const proposed = filled(words.proposedBy, { name: verdict.proposedBy, day: dayOf(verdict.proposedAt, voice) });
  const revision = filled(words.revision, { number: verdict.revision, day: dayIn(verdict.asOf, voice) });
  return [
    line(voice, `${proposed}. ${revision}.`),
    ...verdict.reviews.flatMap((review) => [line(voice, signOffIn(review, voice)), ...own(review.comment)]),
    ...verdict.overrides.flatMap((override) => [line(voice, overrideIn(override, voice)), ...own(override.reason)]),
  ];
}
