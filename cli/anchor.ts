import type { Command } from "commander";
import type { Anchor } from "#lib/domain/anchoring/anchor.ts";
import { anchorAnnotations, longestAnchored } from "#lib/domain/anchoring/anchor-annotations.ts";
import { ok } from "#lib/domain/result.ts";
import {
  annotationsProblemSentence,
  mostAnnotationBytes,
  readAnnotationsFile,
} from "#lib/formats/annotations/read-annotations.ts";
import { Refused, report } from "./answer.ts";
import { readBytes, readText } from "./read-file.ts";

type Options = { annotations: string; json?: true };

const explained = `
TEXT is plain text in UTF-8, at most 20,000,000 characters, taken as it is; only a byte order mark is dropped.
FILE is JSON-LD in UTF-8, at most 64 MB and 50,000 passages: a W3C Web Annotation, an array, page, collection or graph
of them, or plain { "id", "exact", "prefix", "suffix", "start", "end" }. Text quote and text position selectors are
read, refinedBy too. Positions count code points, as the standard says, or UTF-16 units where the quotes prove it.

The answer, in the order of FILE, one entry for each passage:
  [{ "id", "placement", "start", "end", "confidence", "candidates"?, "reason"? }]
start and end are UTF-16 code units of TEXT, as JavaScript counts; null when ambiguous or lost.
confidence is 0 to 1. candidates, the best first and eight at most, are [{ "start", "end", "confidence" }].
  exact      the very words, but for white space, quotation marks and dashes, in their context; where only a position
             is given, whatever stands there now, with a confidence of 0.5 and a reason
  changed    some words differ: look before you rely on it
  ambiguous  several places fit, or one whose surroundings are others: a person has to choose
  lost       nowhere, or without a selector that can be used; reason says why

Ends with 0 when answered, 1 when a file cannot be read, 2 for wrong usage. Needs no database.`;

export function addAnchorCommand(program: Command): void {
  program
    .command("anchor <text>")
    .description("find the passages of annotations made elsewhere in a text")
    .requiredOption("--annotations <file>", "the annotations, as JSON-LD")
    .option("--json", "print the answer as JSON")
    .addHelpText("after", explained)
    .action(async (file: string, options: Options) => {
      const text = await readText(file, { bytes: longestAnchored * 4, sentence: tooLong });
      const limit = { bytes: mostAnnotationBytes, sentence: annotationsProblemSentence("too-large") };
      const annotations = readAnnotationsFile(await readBytes(options.annotations, limit));
      if (!annotations.ok) throw new Refused(annotationsProblemSentence(annotations.error), annotations.error);
      const anchors = anchorAnnotations(text, annotations.value);
      if (!anchors.ok) throw new Refused(tooLong, anchors.error);
      const sentence = (value: readonly Anchor[]) => tableOf(value, text);
      report(ok(anchors.value), { json: options.json === true, sentence });
    });
}

const tooLong = "This text is longer than 20,000,000 characters. Anchor it in several parts.";
function tableOf(anchors: readonly Anchor[], text: string): string {
  if (anchors.length === 0) return "There are no annotations in this file.";
  return anchors.map((anchor, number) => lineOf(anchor, { number: number + 1, text })).join("\n");
}

function lineOf(anchor: Anchor, { number, text }: { number: number; text: string }): string {
  const name = `${number}`.padStart(5);
  const kind = anchor.placement.padEnd(9);
  const place = anchor.start === null ? "-" : `${anchor.start}-${anchor.end}`;
  const words = anchor.start === null ? (anchor.reason ?? "") : shortened(text.slice(anchor.start, anchor.end));
  const others =
    anchor.placement === "ambiguous" ? ` [${anchor.candidates.map((c) => `${c.start}-${c.end}`).join(", ")}]` : "";
  const id = anchor.id === null ? "" : `  (${shortened(String(anchor.id))})`;
  return `${name}  ${kind}  ${place.padEnd(17)}  ${anchor.confidence.toFixed(2)}  ${words}${others}${id}`;
}

/** One line of what a file says: no line breaks, no control characters for the terminal. */
function shortened(words: string): string {
  const line = words.slice(0, 200).replace(/[\s\p{Cc}]+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
