import type { Command } from "commander";
import { ok } from "#lib/domain/result.ts";
import { checkClaimReviews, longestChecked } from "#lib/formats/linked-data/check-claim-review.ts";
import type { CheckMessage } from "#lib/formats/linked-data/check-message.ts";
import { report } from "./answer.ts";
import { readTextOrInput } from "./read-file.ts";

const explained = `
FILE is JSON-LD in UTF-8, at most 64 MB; - is standard input. Every ClaimReview in it is checked by the rules of
Google's Fact Check Tools, wherever it stands: alone, in an array, a graph or a feed.

With --json the answer is
  [{ "level", "path", "rule", "why", "what" }]
  error    what is required is not there or is wrong: the check is not read
  warning  what is recommended is not there, or something is probably wrong
  hint     what would be better

Ends with 0 when there is no error, 1 when there is one or the file cannot be read, 2 for wrong usage. Needs no database.`;

export function addClaimReviewCommand(program: Command): void {
  program
    .command("claimreview")
    .description("work with ClaimReview data")
    .command("check <file>")
    .description("check ClaimReview data by the rules that are in force, and say what to do")
    .option("--json", "print the messages as JSON")
    .addHelpText("after", explained)
    .action(async (file: string, options: { json?: true }) => {
      const limit = { bytes: longestChecked, sentence: "This file is larger than 64 MB. Check it in several parts." };
      const messages = checkClaimReviews(await readTextOrInput(file, limit));
      report(ok(messages), { json: options.json === true, sentence: listOf });
      if (messages.some(({ level }) => level === "error")) process.exitCode = 1;
    });
}

function listOf(messages: readonly CheckMessage[]): string {
  const count = (level: CheckMessage["level"]) => messages.filter((message) => message.level === level).length;
  const lines = messages.map(
    ({ level, path, rule, why, what }) =>
      `${level.padEnd(8)}${plain(path)}\n        ${plain(`${rule} ${why} ${what}`)}`,
  );
  const total = `${count("error")} errors, ${count("warning")} warnings, ${count("hint")} hints.`;
  return [...lines, messages.length === 0 ? "Nothing to mend." : total].join("\n");
}

/** One line of what a file says: no line breaks, no control characters for the terminal. */
function plain(words: string): string {
  return words.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ");
}
