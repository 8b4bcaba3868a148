import type { Command } from "commander";
import { z } from "zod";
import { alignTexts, longestAligned } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { placementWords } from "#lib/domain/placement.ts";
import { Refused } from "./answer.ts";
import { readText } from "./read-file.ts";

type Options = { spans: string; json?: true };

const mostSpans = 1_000_000;
const mostSpanBytes = 128 * 1024 * 1024;
const tooMany = "This file holds more than a million spans. Ask in several parts.";
const tooLong = "A text is longer than 16 million characters. Align it in several parts.";
const spans = z
  .array(z.object({ id: z.union([z.string(), z.number()]), start: z.int().min(0), end: z.int().min(0) }))
  .max(mostSpans);

const help = `
OLD and NEW are plain text in UTF-8, taken as they are, at most ${longestAligned / 1024 / 1024} million characters each.
FILE holds [{ "id", "start", "end" }], offsets in UTF-16 code units of OLD, end not included.
The answer is [{ "id", "placement", "start", "end", "confidence" }] in the order of FILE, offsets in UTF-16 code units of
NEW. Placements: exact (the very words, in order with their neighbours), moved (the very words, their passage stands
elsewhere), changed (some words differ; a person should look), lost (start and end are null). "The very words" allows for
white space, quotation marks, dashes and ligatures. Needs no desk and no database. 0 done, 1 refused, 2 wrong usage.`;

export function addAlignCommand(program: Command): void {
  program
    .command("align <old> <new>")
    .description("find where spans of an old text stand in a new one")
    .requiredOption("--spans <file>", "the spans of the old text, as JSON")
    .option("--json", "print the answer as JSON")
    .addHelpText("after", help)
    .action(async (old: string, fresh: string, options: Options) => {
      const limit = { bytes: longestAligned * 4, sentence: tooLong };
      const [older, newer] = [await readText(old, limit), await readText(fresh, limit)];
      const asked = spans.safeParse(jsonOf(await readText(options.spans, { bytes: mostSpanBytes, sentence: tooMany })));
      if (!asked.success) throw new Refused(spansSentence(asked.error), "invalid");
      for (const { id, start, end } of asked.data) {
        if (start > end || end > older.length) {
          throw new Refused(
            `The span ${id} is not inside OLD, which has ${older.length} UTF-16 code units.`,
            "invalid",
          );
        }
      }
      const alignment = alignTexts(older, newer);
      if (!alignment.ok) throw new Refused(tooLong, alignment.error);
      const answers = asked.data.map(({ id, ...span }) => {
        const { placement, start, end, confidence } = placeSpan(alignment.value, span);
        return { id, placement, start, end, confidence: Math.round(confidence * 1000) / 1000 };
      });
      if (options.json === true) return void process.stdout.write(`${JSON.stringify(answers)}\n`);
      for (const { id, placement, start, end } of answers) {
        const place = start === null || end === null ? "" : `  ${start}-${end}  ${shortened(newer.slice(start, end))}`;
        process.stdout.write(`${shortened(String(id))}  ${placementWords[placement]}${place}\n`);
      }
    });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("The file of spans is not JSON.", "invalid");
  }
}

function shortened(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, " ").slice(0, 80);
}

function spansSentence(error: z.ZodError): string {
  const [issue] = error.issues;
  const at = issue?.path[0];
  if (issue?.code === "too_big" && issue.path.length === 0) return tooMany;
  if (typeof at !== "number") return 'The spans have to be a list: [{ "id", "start", "end" }].';
  return `Span number ${at + 1} needs an id, and a start and an end that are whole numbers from 0.`;
}
