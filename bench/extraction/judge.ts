import { typographicFold } from "#lib/domain/fold.ts";
import type { Answer } from "./contenders.ts";
import type { CorpusPage } from "./corpus.ts";
import { type Score, shingleScore, wordScore } from "./score.ts";

/** `null` where the corpus does not say. A value that was not found is "missing", one that differs is "wrong". */
export type Verdict = "exact" | "wrong" | "missing" | null;

export type Judged = {
  readonly score: Score | null;
  readonly title: Verdict;
  readonly author: Verdict;
  readonly date: Verdict;
  readonly milliseconds: number;
};

/** Judges an answer as its corpus does: by runs of four words where only the body is known, else by words. */
export function judge(page: CorpusPage, answer: Answer): Judged {
  const scoreOf = page.source === "shingles" ? shingleScore : wordScore;
  return {
    score: page.body === null ? null : scoreOf(answer.text, page.body),
    title: verdict(
      page.title === null ? null : folded(page.title),
      answer.title === null ? null : folded(answer.title),
    ),
    author: verdict(
      page.author === null ? null : setOf(namesIn(page.author)),
      answer.authors.length === 0 ? null : setOf(answer.authors.flatMap(namesIn)),
    ),
    date: verdict(page.day, answer.day),
    milliseconds: answer.milliseconds,
  };
}

function verdict(wanted: string | null, found: string | null): Verdict {
  if (wanted === null) return null;
  if (found === null || found === "") return "missing";
  return found === wanted ? "exact" : "wrong";
}

const folded = (text: string) => typographicFold(text).toLowerCase();

const setOf = (names: readonly string[]) =>
  [...new Set(names.map(folded))]
    .filter((name) => name !== "")
    .sort()
    .join("|");

/** Corpora give several names as one line. */
const namesIn = (line: string) => line.split(/\s*(?:[,;|]|\s(?:and|&)\s)\s*/);
