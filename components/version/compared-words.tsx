import type { ComparedPiece } from "#lib/domain/comparison.ts";
import type { ComparedRow } from "#lib/domain/version-views.ts";

type Row = Exclude<ComparedRow, { kind: "skipped" }>;
type Props = { row: Row; side: "old" | "fresh"; language: string | null };

/** The words of a passage in one version, those that the other version has not marked as removed or added. */
export function ComparedWords({ row, side, language }: Props) {
  return (
    <p className="words" dir={row.dir} lang={language ?? undefined} data-type={row.type}>
      <Words row={row} side={side} />
    </p>
  );
}

function Words({ row, side }: Pick<Props, "row" | "side">) {
  if (row.kind === "added") return <ins className="whole">{row.text}</ins>;
  if (row.kind === "removed") return <del className="whole">{row.text}</del>;
  // A moved passage stands alone on its side: what changed in it on the way is shown where it stands now.
  const shown =
    row.kind === "moved-here" ? row.pieces : row.pieces.filter(({ kind }) => kind === "same" || kind === markOf(side));
  if (shown.length === 0) return row.text;
  return placed(shown).map(({ piece, at }) => <Piece key={at} piece={piece} />);
}

function markOf(side: "old" | "fresh"): ComparedPiece["kind"] {
  return side === "old" ? "removed" : "added";
}

function Piece({ piece }: { piece: ComparedPiece }) {
  switch (piece.kind) {
    case "same":
      return piece.text;
    case "added":
    case "removed": {
      const Mark = piece.kind === "added" ? "ins" : "del";
      const { before, words, after } = edged(piece.text);
      return (
        <>
          {before}
          <Mark>
            <span className="vh"> {piece.kind}: </span>
            {words}
          </Mark>
          {after}
        </>
      );
    }
  }
}

/** The words of a change apart from the white space at its edges; white space that changed alone is the change. */
function edged(text: string): { before: string; words: string; after: string } {
  const words = text.trim();
  if (words === "") return { before: "", words: text, after: "" };
  const from = text.length - text.trimStart().length;
  return { before: text.slice(0, from), words, after: text.slice(from + words.length) };
}

/** Pieces with their place in the joined words, which names each of them once. */
function placed(pieces: readonly ComparedPiece[]): { piece: ComparedPiece; at: number }[] {
  let at = 0;
  return pieces.map((piece) => {
    const entry = { piece, at };
    at += piece.text.length;
    return entry;
  });
}
