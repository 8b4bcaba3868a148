import { diffWordsWithSpace } from "diff";

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
      : diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (parts !== undefined) return parts;
  return [
    { value: before, removed: true },
    { value: after, added: true },
  ];
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
