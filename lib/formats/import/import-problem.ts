import type { LooksLike } from "#lib/formats/import/binary-signature.ts";

/** Why nothing could be imported. */
export type ImportProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "too-large"; readonly limit: "bytes" | "characters" | "blocks" }
  | { readonly kind: "binary"; readonly looksLike: LooksLike | null }
  | { readonly kind: "not-utf8" }
  | { readonly kind: "nothing-readable" }
  | { readonly kind: "too-complex" };

/** What to tell the person who tried the import: what is wrong and what to do. */
export function importProblemSentence(problem: ImportProblem): string {
  switch (problem.kind) {
    case "empty":
      return "There is no text here. Choose a file with text in it, or paste the text.";
    case "too-large":
      return tooLarge(problem.limit);
    case "binary":
      return `This looks like ${problem.looksLike ?? "a binary file"}. Only plain text, Markdown and HTML can be read: save it as one of these, or paste its text.`;
    case "not-utf8":
      return "The characters of this file could not be read. Save it as UTF-8 and import it again, or paste its text.";
    case "nothing-readable":
      return "This page has no text of its own; it may need scripts to show its text. Open it in a browser, then copy the text and paste it here.";
    case "too-complex":
      return "This document is built in too complicated a way to be read safely. Copy its text and paste it as plain text.";
  }
}

function tooLarge(limit: "bytes" | "characters" | "blocks"): string {
  switch (limit) {
    case "bytes":
      return "This file is larger than 10 MB. Import the text alone, or in several parts.";
    case "characters":
      return "This text is longer than 2,000,000 characters. Import it in several parts.";
    case "blocks":
      return "This text has more than 20,000 paragraphs. Import it in several parts.";
  }
}
