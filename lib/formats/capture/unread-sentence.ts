import type { ImportProblem } from "#lib/formats/import/import-problem.ts";

/** Why no words can be selected in a kept copy. Its bytes are kept all the same. */
export function unreadSentence(problem: ImportProblem): string {
  switch (problem.kind) {
    case "empty":
      return "It is empty.";
    case "too-large":
      return "Its text is too long to be shown here. Download the copy to read it.";
    case "binary":
      return `This is ${problem.looksLike ?? "a file of another kind"}, and no text can be read from it. Download the copy to look at it.`;
    case "not-utf8":
      return "Its characters could not be read. Download the copy to read it.";
    case "nothing-readable":
      return "It has no text of its own; the page may need scripts to show it. Upload what you see in a browser as a saved page or a PDF.";
    case "too-complex":
      return "It is built in too complicated a way to be read safely. Download the copy to read it.";
    case "damaged":
      return "The file is damaged or cut off, so that no text can be read from it. It is kept as it came.";
    case "encrypted":
      return "It is protected by a password, so that no text can be read from it. It is kept as it came.";
    case "scanned":
      return "It holds pictures of pages and no text. Upload it after text recognition (OCR) to select words in it.";
    case "too-slow":
      return "Reading its text took too long and was stopped. Download the copy to read it.";
  }
}
