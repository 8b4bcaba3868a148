import type { ReactNode } from "react";
import type { InlineMark } from "#lib/domain/block.ts";
import { nestedPieces, type Piece } from "#lib/domain/fragments.ts";
import type { Span } from "#lib/domain/span.ts";

type Props = {
  text: string;
  range: Span;
  /** Those that touch the range. */
  marks: readonly InlineMark[];
};

/** A stretch of an article with its emphasis and links. A link tells the publisher nothing about who follows it. */
export function InlineText({ text, range, marks }: Props) {
  if (marks.length === 0) return text.slice(range.start, range.end);
  const spans = marks.map((mark, index) => ({ id: String(index), start: mark.start, end: mark.end }));
  const render = (piece: Piece): ReactNode => {
    if (piece.kind === "text") return text.slice(piece.start, piece.end);
    return (
      <Inline key={`${piece.id} ${piece.start}`} mark={marks[Number(piece.id)]}>
        {piece.pieces.map(render)}
      </Inline>
    );
  };
  return nestedPieces(range, spans).map(render);
}

function Inline({ mark, children }: { mark: InlineMark | undefined; children: ReactNode }) {
  switch (mark?.type) {
    case "emphasis":
      return <em>{children}</em>;
    case "strong":
      return <strong>{children}</strong>;
    case "subscript":
      return <sub>{children}</sub>;
    case "superscript":
      return <sup>{children}</sup>;
    case "link":
      return (
        <a href={mark.href} target="_blank" rel="noopener noreferrer nofollow">
          {children}
        </a>
      );
    case undefined:
      return children;
  }
}
