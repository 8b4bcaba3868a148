import type { LooksLike } from "#lib/formats/import/binary-signature.ts";

/** Why nothing could be imported. */
export type ImportProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "too-large"; readonly limit: "bytes" | "characters" | "blocks" | "pages" }
  | { readonly kind: "binary"; readonly looksLike: LooksLike | null }
  | { readonly kind: "not-utf8" }
  | { readonly kind: "nothing-readable" }
  | { readonly kind: "too-complex" }
  | { readonly kind: "damaged" }
  | { readonly kind: "encrypted" }
  | { readonly kind: "scanned" }
  | { readonly kind: "too-slow" };

/** What to tell the person who tried the import: what is wrong and what to do. */
export function importProblemSentence(problem: ImportProblem): string {
  switch (problem.kind) {
    case "empty":
      return "There is no text here. Choose a file with text in it, or paste the text.";
    case "too-large":
      return tooLarge(problem.limit);
    case "binary":
      return `This looks like ${problem.looksLike ?? "a binary file"}, which cannot be read. Save it as DOCX, ODT, PDF, HTML or plain text, or paste its text.`;
    case "not-utf8":
      return "The characters of this file could not be read. Save it as UTF-8 and import it again, or paste its text.";
    case "nothing-readable":
      return "This page has no text of its own; it may need scripts to show its text. Open it in a browser, then copy the text and paste it here.";
    case "too-complex":
      return "This document is built in too complicated a way to be read safely. Copy its text and paste it as plain text.";
    case "damaged":
      return "This file is damaged or cut off. Open it in the program it was made with, save it again, and import that.";
    case "encrypted":
      return "This file is protected by a password. Save it without the password and import that.";
    case "scanned":
      return "This PDF holds pictures of pages and no text. Run text recognition (OCR) over it and import the result, or paste the text.";
    case "too-slow":
      return "Reading this document took too long and was stopped. Copy its text and paste it as plain text.";
  }
}

function tooLarge(limit: "bytes" | "characters" | "blocks" | "pages"): string {
  switch (limit) {
    case "bytes":
      return "This file is too large: a text may have 10 MB, a PDF, Word file or book 50 MB. Import the text alone, or in several parts.";
    case "characters":
      return "This text is longer than 2,000,000 characters. Import it in several parts.";
    case "blocks":
      return "This text has more than 20,000 paragraphs. Import it in several parts.";
    case "pages":
      return "This PDF has more than 2,000 pages. Import it in several parts.";
  }
}
