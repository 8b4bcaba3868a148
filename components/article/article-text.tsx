"use client";

import { memo } from "react";
import { BlockElement } from "#components/article/block-element.tsx";
import { useClaimStore, useUnitClaims } from "#components/article/claims-context.ts";
import { GroupText } from "#components/article/group-text.tsx";
import { Margin } from "#components/article/margin.tsx";
import { MarginNote } from "#components/article/margin-note.tsx";
import { SheetParts } from "#components/article/sheet-parts.tsx";
import { sizeAttributes, sizeOf, sumOf } from "#components/article/size-of.ts";
import { wordsOfUnit } from "#components/article/unit-words.tsx";
import type { UnitClaims } from "#lib/domain/drawn-claims.ts";
import type { Part, Unit } from "#lib/domain/sheet.ts";

/**
 * The article, block by block, its claims as nested marks. Every element that holds words says in `data-start` where
 * they begin in the version's text, so that a selection becomes a span by arithmetic. The browser lays a part out when
 * it comes near the view, and of it the chunks that are near.
 */
export function ArticleText() {
  const { sheet, openFirst } = useClaimStore();
  return (
    <>
      <SheetParts sheet={sheet} openAt={openFirst?.start ?? null} PartText={PartText} />
      <Margin />
    </>
  );
}

const PartText = memo(function PartText({ part, isDrawn }: { part: Part; isDrawn: boolean }) {
  const { unit } = useClaimStore();
  const sizes = part.chunks.map((chunk) => sizeOf(chunk, ({ index }) => unit(index).readFirst().notes.length));
  return (
    <div className="part" {...sizeAttributes(sumOf(sizes))}>
      {isDrawn
        ? part.chunks.map((chunk, index) => (
            // Notes are placed and leaders drawn as soon as they are seen, which may be before React has taken the chunk
            // over: with a string for its children, it takes the drawing as it finds it.
            <div key={chunk.start} className="chunk" {...sizeAttributes(sizes[index])} suppressHydrationWarning>
              <svg className="leaders" aria-hidden="true">
                {""}
              </svg>
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

const UnitText = memo(function UnitText({ unit }: { unit: Unit }) {
  const { articleId, sheet } = useClaimStore();
  const claims = useUnitClaims(unit);
  return (
    <>
      <BlockElement blocks={unit.blocks} stretchesOf={wordsOfUnit({ articleId, text: sheet.text, claims })} />
      <Notes articleId={articleId} claims={claims} />
    </>
  );
});

function Notes({ articleId, claims: { notes, open } }: { articleId: string; claims: UnitClaims }) {
  if (notes.length === 0) return null;
  return (
    <ul className="notes" aria-label="Claims in this paragraph">
      {notes.map((claim) => (
        <MarginNote key={claim.id} articleId={articleId} claim={claim} isOpen={claim.id === open} />
      ))}
    </ul>
  );
}
