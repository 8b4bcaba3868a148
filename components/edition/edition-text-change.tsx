import { WordDiff } from "#components/verdict/word-diff.tsx";
import type { TextChange } from "#lib/domain/edition-difference.ts";

/** Longer texts are not compared word by word here, so that many of them do not hold up the page: UTF-16 units. */
const longest = 3000;

/** A text that two editions have otherwise: its name and its changes, as two cells of a list of definitions. */
export function EditionTextChange({ name, change }: { name: string; change: TextChange<string> }) {
  const { before, after } = change;
  const isLong = before.length > longest || after.length > longest;
  return (
    <div className="contents">
      <dt>{name}</dt>
      <dd>{isLong ? "Written anew. Read it in both editions." : <WordDiff before={before} after={after} />}</dd>
    </div>
  );
}
