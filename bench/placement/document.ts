import type { Span } from "#lib/domain/span.ts";

/** A word with the signs that hang on it. The id is its place in the old text, -1 for a word the old text has not. */
export type Word = {
  readonly id: number;
  readonly before: string;
  readonly core: string;
  readonly after: string;
  /** False once the letters were changed. */
  readonly intact: boolean;
};

/** `group` numbers the sentences that stand in the old text several times; -1 for all others. */
export type Sentence = { readonly words: readonly Word[]; readonly group: number };
export type Paragraph = readonly Sentence[];
export type Draft = { readonly paragraphs: readonly Paragraph[]; readonly glue: string };

/** What stands between words and paragraphs, and how signs are written. */
export type Setting = {
  readonly betweenWords: () => string;
  readonly betweenParagraphs: () => string;
  readonly signs: (signs: string) => string;
};

/** A draft as plain text; the spans of old words by their id, undefined for those that are gone. */
export type SetText = { readonly text: string; readonly words: readonly (SetWord | undefined)[] };

/** `core` is the word alone, `whole` the word with its signs. */
export type SetWord = { readonly core: Span; readonly whole: Span; readonly intact: boolean };

export function plainSetting(glue: string): Setting {
  return { betweenWords: () => glue, betweenParagraphs: () => "\n\n", signs: (signs) => signs };
}

export function setText(draft: Draft, setting: Setting): SetText {
  const pieces: string[] = [];
  const words: (SetWord | undefined)[] = [];
  let length = 0;
  const write = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [number, paragraph] of draft.paragraphs.entries()) {
    if (number > 0) write(setting.betweenParagraphs());
    let first = true;
    for (const sentence of paragraph) {
      for (const word of sentence.words) {
        if (!first) write(setting.betweenWords());
        first = false;
        const start = length;
        write(setting.signs(word.before));
        const core = { start: length, end: length + word.core.length };
        write(word.core);
        write(setting.signs(word.after));
        if (word.id >= 0) words[word.id] = { core, whole: { start, end: length }, intact: word.intact };
      }
    }
  }
  return { text: pieces.join(""), words };
}
