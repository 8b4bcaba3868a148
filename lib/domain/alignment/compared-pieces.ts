import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";
import type { ComparedPiece } from "#lib/domain/comparison.ts";

type Aligned = Extract<Alignment, { kind: "aligned" }>;
type Range = { readonly p: number; readonly q: number };

/**
 * The words of a newer block, those of the older one that are in neither text any more among them where they stood.
 * Words that stand in another block now are no removal. White space goes with the word before it.
 */
export function piecesOf(
  { older, newer, pairing }: Aligned,
  { block, from }: { readonly block: Range | undefined; readonly from: Range | undefined },
): ComparedPiece[] {
  if (block === undefined || from === undefined) return [];
  const pieces: { kind: ComparedPiece["kind"]; text: string }[] = [];
  const add = (kind: ComparedPiece["kind"], text: string) => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  const remove = (p: number, q: number) => {
    const words = wordsOf(older, { p, q }, from.q);
    const isApart = p > from.p && older.starts[p] !== older.ends[p - 1];
    const beforeIt = pieces.findLast(({ kind }) => kind !== "added");
    const isJoined = beforeIt !== undefined && !/\s$/u.test(beforeIt.text);
    add("removed", words !== "" && isApart && isJoined ? ` ${words}` : words);
  };
  const removeUpTo = (i: number) => {
    let p = i;
    while (p > from.p && pairing.toNew[p - 1] === -1) p -= 1;
    remove(p, i);
  };
  let lastFrom = -1;
  for (let j = block.p; j < block.q; j += 1) {
    const i = pairing.toOld[j] ?? -1;
    const isHere = i >= from.p && i < from.q;
    if (isHere) {
      removeUpTo(i);
      lastFrom = i;
    }
    add(i === -1 ? "added" : "same", wordsOf(newer, { p: j, q: j + 1 }, block.q));
  }
  let end = lastFrom + 1;
  while (lastFrom !== -1 && end < from.q && pairing.toNew[end] === -1) end += 1;
  if (lastFrom !== -1 && end === from.q) remove(lastFrom + 1, end);
  return pieces;
}

/** The text of a range of tokens and of the space after it, up to the end of its block's tokens. */
function wordsOf({ text, starts, ends }: Tokens, { p, q }: Range, last: number): string {
  if (p >= q) return "";
  return text.slice(starts[p], q < last ? starts[q] : ends[q - 1]);
}
