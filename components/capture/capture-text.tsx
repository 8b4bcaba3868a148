"use client";

import { memo, type ReactNode, useMemo } from "react";
import { BlockElement, type Stretch } from "#components/article/block-element.tsx";
import { GroupText } from "#components/article/group-text.tsx";
import { InlineText } from "#components/article/inline-text.tsx";
import { SheetParts } from "#components/article/sheet-parts.tsx";
import { sizeAttributes, sizeOf, sumOf } from "#components/article/size-of.ts";
import { CaptureContext, type ReadCapture, useCapture } from "#components/capture/capture-context.ts";
import { QuotedMark } from "#components/capture/quoted-mark.tsx";
import type { Block } from "#lib/domain/block.ts";
import type { CapturePageView } from "#lib/domain/capture-views.ts";
import { lanesOf, nestedPieces, type Piece } from "#lib/domain/fragments.ts";
import { type Part, sheetOf, stretchesOf, type Unit } from "#lib/domain/sheet.ts";
import { indexSpans } from "#lib/domain/span-index.ts";

type Props = Pick<CapturePageView, "text" | "blocks" | "quoted"> & {
  evidenceId: string | null;
  /** The offset to begin reading at, UTF-16 code units. */
  at: number | null;
};

/** More passages on the same words are not nested deeper; every one keeps its number. */
const deepest = 8;

/** What a copy says, block by block like an article, with the passages that evidence relies on. Nothing of it is loaded. */
export function CaptureText({ text, blocks, quoted, evidenceId, at }: Props) {
  const sheet = useMemo(() => sheetOf(text, blocks), [text, blocks]);
  const read = useMemo(() => readingOf({ text, quoted, evidenceId }), [text, quoted, evidenceId]);
  return (
    <CaptureContext value={read}>
      <SheetParts sheet={sheet} openAt={at} PartText={PartText} />
    </CaptureContext>
  );
}

function readingOf({ text, quoted, evidenceId }: Pick<Props, "text" | "quoted" | "evidenceId">): ReadCapture {
  const spans = quoted.map((passage) => ({ id: passage.evidenceId, start: passage.start, end: passage.end, passage }));
  const lanes = lanesOf(spans);
  const drawn = spans.map(({ passage, ...span }) => ({ ...span, quoted: passage, lane: lanes.get(span.id) ?? 0 }));
  return { text, evidenceId, touching: indexSpans(drawn).touching };
}

const PartText = memo(function PartText({ part, isDrawn }: { part: Part; isDrawn: boolean }) {
  const sizes = part.chunks.map((chunk) => sizeOf(chunk, () => 0));
  return (
    <div className="part" {...sizeAttributes(sumOf(sizes))}>
      {isDrawn
        ? part.chunks.map((chunk, index) => (
            <div key={chunk.start} className="chunk" {...sizeAttributes(sizes[index])}>
              {chunk.groups.map((group) => (
                <div key={group.first.start} className="block" data-place={group.place || undefined}>
                  <GroupText group={group} drawUnit={drawUnit} />
                </div>
              ))}
            </div>
          ))
        : null}
    </div>
  );
});

const drawUnit = (unit: Unit) => <UnitText key={unit.start} unit={unit} />;

function UnitText({ unit }: { unit: Unit }) {
  const capture = useCapture();
  return <BlockElement blocks={unit.blocks} stretchesOf={(block) => wordsOf(capture, block)} />;
}

function wordsOf({ text, touching, evidenceId }: ReadCapture, block: Block): Stretch[] {
  const inline = indexSpans(block.marks);
  const passages = touching(block);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const render = (piece: Piece): ReactNode => {
    if (piece.kind === "text")
      return <InlineText key={piece.start} text={text} range={piece} marks={inline.touching(piece)} />;
    const passage = byId.get(piece.id);
    if (passage === undefined) return piece.pieces.map(render);
    return (
      <QuotedMark
        key={`${piece.id} ${piece.start}`}
        passage={passage}
        isOpen={piece.id === evidenceId}
        begins={piece.start === passage.start}
        ends={piece.end === passage.end}
      >
        {piece.pieces.map(render)}
      </QuotedMark>
    );
  };
  return stretchesOf(text, block).map((stretch) => ({
    start: stretch.start,
    words: nestedPieces(stretch, passages, deepest).map(render),
  }));
}
