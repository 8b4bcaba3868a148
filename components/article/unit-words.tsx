import type { ReactNode } from "react";
import type { Stretch } from "#components/article/block-element.tsx";
import { ClaimMark } from "#components/article/claim-mark.tsx";
import { InlineText } from "#components/article/inline-text.tsx";
import type { Block } from "#lib/domain/block.ts";
import type { UnitClaims } from "#lib/domain/drawn-claims.ts";
import { nestedPieces, type Piece } from "#lib/domain/fragments.ts";
import { stretchesOf } from "#lib/domain/sheet.ts";
import { indexSpans } from "#lib/domain/span-index.ts";

type Drawn = { readonly articleId: string; readonly text: string; readonly claims: UnitClaims };

/** Claims that nest on the same words; of more, the shortest are drawn there, and every one's number. */
const deepest = 8;

/** The words of a unit's blocks, claims as nested marks, for each element that holds words. */
export function wordsOfUnit({ articleId, text, claims }: Drawn): (block: Block) => Stretch[] {
  const byId = new Map(claims.marks.map((mark) => [mark.id, mark]));
  const spans = indexSpans(claims.marks);
  return (block) => {
    const inline = indexSpans(block.marks);
    const render = (piece: Piece): ReactNode => {
      if (piece.kind === "text") {
        return <InlineText key={piece.start} text={text} range={piece} marks={inline.touching(piece)} />;
      }
      const mark = byId.get(piece.id);
      if (mark === undefined) return piece.pieces.map(render);
      return (
        <ClaimMark
          key={`${piece.id} ${piece.start}`}
          articleId={articleId}
          claim={mark.claim}
          lane={mark.lane}
          isOpen={claims.open === piece.id}
          begins={piece.start === mark.whole.start}
          ends={piece.end === mark.whole.end}
        >
          {piece.pieces.map(render)}
        </ClaimMark>
      );
    };
    return stretchesOf(text, block).map((stretch) => ({
      start: stretch.start,
      words: nestedPieces(stretch, spans.touching(stretch), deepest).map(render),
    }));
  };
}
