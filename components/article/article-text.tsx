import type { ReactNode } from "react";
import { BlockElement, type Stretch } from "#components/article/block-element.tsx";
import { ClaimMark } from "#components/article/claim-mark.tsx";
import { InlineText } from "#components/article/inline-text.tsx";
import { MarginNote } from "#components/article/margin-note.tsx";
import { groupBlocks, shownSpans, stretchesOf } from "#components/article/shown-block.ts";
import type { Block } from "#lib/domain/block.ts";
import { lanesOf, nestedPieces, outermostFirst, type Piece } from "#lib/domain/fragments.ts";
import type { Span } from "#lib/domain/span.ts";
import type { ArticleView, ClaimMarkView } from "#lib/domain/views.ts";

type Props = Pick<ArticleView, "text" | "blocks" | "claims">;

/**
 * The article, block by block, its claims as nested marks. Every element that holds words says in `data-start` where
 * they begin in the version's text, so that a selection becomes a span by arithmetic.
 */
export function ArticleText({ text, blocks, claims }: Props) {
  const stretches = new Map(blocks.map((block) => [block.index, stretchesOf(text, block)]));
  const shown = shownSpans([...stretches.values()].flat(), claims);
  const lanes = lanesOf(claims);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const inOrder = [...claims].sort(outermostFirst);

  const wordsOf = (block: Block, stretch: Span): ReactNode => {
    const render = (piece: Piece): ReactNode => {
      if (piece.kind === "text") {
        return <InlineText key={piece.start} text={text} range={piece} marks={block.marks} />;
      }
      const claim = byId.get(piece.id);
      const whole = shown.get(piece.id);
      if (claim === undefined || whole === undefined) return piece.pieces.map(render);
      return (
        <ClaimMark
          key={`${piece.id} ${piece.start}`}
          claim={{ id: claim.id, number: claim.number, state: claim.state }}
          lane={lanes.get(piece.id) ?? 0}
          begins={piece.start === whole.start}
          ends={piece.end === whole.end}
        >
          {piece.pieces.map(render)}
        </ClaimMark>
      );
    };
    return nestedPieces(stretch, claims).map(render);
  };

  const notesOf = (some: readonly Block[]) => {
    const first = some[0]?.start ?? 0;
    const last = some.at(-1)?.end ?? 0;
    return inOrder.filter((claim) => {
      const start = shown.get(claim.id)?.start;
      return start !== undefined && start >= first && start < last;
    });
  };

  return groupBlocks(blocks).map((group) => {
    const stretchList = (block: Block): Stretch[] =>
      (stretches.get(block.index) ?? []).map((stretch) => ({ start: stretch.start, words: wordsOf(block, stretch) }));
    return (
      <div key={group.first.start} className="block">
        <BlockElement
          group={group}
          stretchesOf={stretchList}
          afterItem={(block) => <Notes claims={notesOf([block])} />}
        />
        {group.type === "list-item" ? null : <Notes claims={notesOf(group.blocks)} />}
      </div>
    );
  });
}

function Notes({ claims }: { claims: readonly ClaimMarkView[] }) {
  if (claims.length === 0) return null;
  return (
    <ul className="notes" aria-label="Claims in this paragraph">
      {claims.map((claim) => (
        <MarginNote key={claim.id} claim={claim} />
      ))}
    </ul>
  );
}
