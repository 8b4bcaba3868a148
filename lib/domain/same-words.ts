import { likeness, type TextSketch } from "#lib/domain/text-sketch.ts";

/** A text of a piece of evidence in a few numbers; `group` is the origin that it counts under. */
type Sketched = { readonly id: string; readonly group: number; readonly sketches: readonly TextSketch[] };

/** Shorter texts are alike too easily: so many runs of five words at least. */
const fewestRuns = 8;
const alikeFrom = 0.6;

/**
 * For each piece whose words are nearly those of an earlier piece of another origin, that earlier piece's id. Texts are
 * compared with texts of the same kind, by their place in `sketches`. Only pairs that share runs of words are looked at.
 */
export function sameWords(pieces: readonly Sketched[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const holders = new Map<string, number[]>();
  pieces.forEach((piece, index) => {
    const shared = new Set<number>();
    piece.sketches.forEach((sketch, kind) => {
      for (const run of sketch) {
        const key = `${kind} ${run}`;
        const others = holders.get(key);
        if (others === undefined) holders.set(key, [index]);
        else {
          for (const other of others) shared.add(other);
          if (others.length < 5) others.push(index);
        }
      }
    });
    const earlier = [...shared]
      .sort((a, b) => a - b)
      .map((other) => pieces[other])
      .find((other) => other !== undefined && other.group !== piece.group && areAlike(piece, other));
    if (earlier !== undefined) found.set(piece.id, earlier.id);
  });
  return found;
}

function areAlike(one: Sketched, other: Sketched): boolean {
  return one.sketches.some((sketch, kind) => {
    const beside = other.sketches[kind];
    return (
      beside !== undefined &&
      sketch.length >= fewestRuns &&
      beside.length >= fewestRuns &&
      likeness(sketch, beside) >= alikeFrom
    );
  });
}
