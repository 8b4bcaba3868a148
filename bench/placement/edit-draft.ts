import type { Draft, Paragraph, Sentence, Setting, Word } from "./document.ts";
import type { Random } from "./random.ts";
import type { TextKind } from "./text-kind.ts";

type Editing = { readonly kind: TextKind; readonly rate: number; readonly random: Random };

/**
 * Edits at a rate r: each word with r (40 % substituted, 15 % misspelt, 20 % deleted, 25 % preceded by a new one), each
 * sentence deleted or followed by a new one with r/2 each, each paragraph moved with r, deleted or followed by a new one
 * with r/2 each. New sentences are fresh, copies of surviving ones, or near copies: a copy of a sentence that was
 * deleted would be a move, and no reader could tell the two apart.
 */
export function editDraft(draft: Draft, editing: Editing): Draft {
  const { rate, random } = editing;
  const cut = draft.paragraphs
    .filter(() => !random.chance(rate / 2))
    .map((paragraph) => paragraph.filter(() => !random.chance(rate / 2)));
  const survivors = cut.flat();
  const staying: Paragraph[] = [];
  const moving: Paragraph[] = [];
  for (const paragraph of cut) {
    const edited = paragraph.flatMap((sentence) => {
      const words = editWords(sentence.words, editing);
      const kept = words.length > 0 ? [{ ...sentence, words }] : [];
      return random.chance(rate / 2) ? [...kept, newSentence(survivors, editing)] : kept;
    });
    if (edited.length > 0) (random.chance(rate) ? moving : staying).push(edited);
    if (random.chance(rate / 2)) {
      staying.push(Array.from({ length: 1 + random.below(6) }, () => newSentence(survivors, editing)));
    }
  }
  for (const paragraph of moving) staying.splice(random.below(staying.length + 1), 0, paragraph);
  return { paragraphs: staying, glue: draft.glue };
}

/** One word in a hundred edited, nothing else. */
export function touchDraft(draft: Draft, editing: Omit<Editing, "rate">): Draft {
  const paragraphs = draft.paragraphs.map((paragraph) =>
    paragraph.map((sentence) => ({ ...sentence, words: editWords(sentence.words, { ...editing, rate: 0.01 }) })),
  );
  return { paragraphs, glue: draft.glue };
}

function newSentence(survivors: readonly Sentence[], editing: Editing): Sentence {
  const { kind, random } = editing;
  const flavour = random.below(3);
  if (flavour === 0 || survivors.length === 0) {
    return { group: -1, words: kind.sentence(random).map((piece) => ({ ...piece, id: -1, intact: false })) };
  }
  const copy = random.pick(survivors).words.map((word): Word => ({ ...word, id: -1, intact: false }));
  return { group: -1, words: flavour === 1 ? copy : editWords(copy, { ...editing, rate: 0.12 }) };
}

function editWords(words: readonly Word[], { kind, rate, random }: Editing): Word[] {
  const edited: Word[] = [];
  let opening = "";
  for (const word of words) {
    const fate = random.chance(rate) ? random.next() : 1;
    const kept = { ...word, before: opening + word.before };
    opening = "";
    if (fate < 0.4) edited.push({ ...kept, core: otherWord(word.core, kind, random), intact: false });
    else if (fate < 0.55) edited.push({ ...kept, core: misspelt(word.core, kind, random), intact: false });
    else if (fate < 0.75) {
      opening = kept.before;
      const previous = edited.pop();
      if (previous !== undefined) edited.push({ ...previous, after: previous.after + word.after });
    } else {
      if (fate < 1) edited.push({ id: -1, before: "", core: kind.word(random), after: "", intact: false });
      edited.push(kept);
    }
  }
  return edited;
}

function otherWord(core: string, kind: TextKind, random: Random): string {
  for (;;) {
    const other = kind.word(random);
    if (other !== core) return other;
  }
}

function misspelt(core: string, kind: TextKind, random: Random): string {
  if (core.length < 3) return otherWord(core, kind, random);
  const at = 1 + random.below(core.length - 2);
  const [head, letter, tail] = [core.slice(0, at), core.charAt(at), core.slice(at + 1)];
  const swapped = head + tail.charAt(0) + letter + tail.slice(1);
  return swapped === core || random.chance(0.5) ? head + letter + letter + tail : swapped;
}

/** White space, quotation marks and dashes as another program would write them. */
export function noisySetting(glue: string, random: Random): Setting {
  const betweenWords = () => {
    const kind = random.next();
    if (kind < 0.85) return glue;
    if (kind < 0.9) return "\n";
    if (kind < 0.95) return glue === "" ? "" : "\u00A0";
    return kind < 0.98 ? "  " : " \n";
  };
  const signs = (signs: string) =>
    signs === "" || random.chance(0.1)
      ? signs
      : signs
          .replaceAll('"', random.chance(0.5) ? "\u201C" : "\u201D")
          .replaceAll("...", "\u2026")
          .replaceAll("-", random.chance(0.5) ? "\u2013" : "\u2014");
  return { betweenWords, betweenParagraphs: () => random.pick(["\n", "\n\n", "\r\n\r\n", "\n \n\n"]), signs };
}
