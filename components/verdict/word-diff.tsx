import { diffArrays } from "diff";

const longest = 20_000;
const mostEdits = 4_000;

type Part = { readonly value: string; readonly added?: boolean; readonly removed?: boolean };

/**
 * What changed between two texts, word by word. Texts over 20,000 characters, or with more than 4,000 edits, are shown
 * as one removed and one added text: the comparison would hold up the page.
 */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return (
    <p className="diff" dir="auto">
      {placed(partsOf(before, after)).map(({ part, at }) => (
        <Words key={at} part={part} />
      ))}
    </p>
  );
}

function Words({ part }: { part: Part }) {
  if (part.added) {
    return (
      <ins>
        <span className="vh"> added: </span>
        {part.value}
      </ins>
    );
  }
  if (part.removed) {
    return (
      <del>
        <span className="vh"> removed: </span>
        {part.value}
      </del>
    );
  }
  return part.value;
}

function partsOf(before: string, after: string): Part[] {
  const parts =
    before.length > longest || after.length > longest
      ? undefined
      : diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits });
  if (parts !== undefined) return gathered(parts.map((part) => ({ ...part, value: part.value.join("") })));
  return [
    { value: before, removed: true },
    { value: after, added: true },
  ];
}

const letters = "[\\p{L}\\p{M}\\p{N}\\p{Cf}]+";
const thousands = "(?<=\\p{N})[ \\u00a0\\u2009\\u202f](?=\\p{N}{3}(?!\\p{N}))";
const token = new RegExp(`${letters}(?:(?:[.,:/'’\\u2010\\u2011٫٬-]|${thousands})${letters})*|\\s+|[^]`, "gu");
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Words and numbers whole ("1.9", "don't", "mid-2020"), white space, and single signs; joined they are the text. */
function wordsOf(text: string): string[] {
  return (text.match(token) ?? []).flatMap((one) =>
    unspaced.test(one) ? [...segmenter.segment(one)].map(({ segment }) => segment) : [one],
  );
}

/** Changes that only a word or two part become one: what went, then what came, as a person would correct it. */
function gathered(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    if (removed !== "") result.push({ value: removed, removed: true });
    if (added !== "") result.push({ value: added, added: true });
    removed = "";
    added = "";
  };
  for (const [index, part] of parts.entries()) {
    const changed = part.added === true || part.removed === true;
    const between = !changed && removed + added !== "" && index + 1 < parts.length && isShort(part.value);
    if (!changed && !between) {
      close();
      result.push(part);
      continue;
    }
    if (!part.added) removed += part.value;
    if (!part.removed) added += part.value;
  }
  close();
  return result;
}

/** At most two words and no end of a sentence. */
function isShort(text: string): boolean {
  return text.trim().split(/\s+/u).length <= 2 && !/[.!?؟](?:\s|$)|[\n。]/u.test(text);
}

/** Parts with their place in the joined text, which names each of them once. */
function placed(parts: readonly Part[]): { part: Part; at: number }[] {
  let at = 0;
  return parts.map((part) => {
    const entry = { part, at };
    at += part.value.length;
    return entry;
  });
}
