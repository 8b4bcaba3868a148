"use client";

import { Activity, memo } from "react";
import { BlockElement } from "#components/article/block-element.tsx";
import { useClaimStore, useUnitClaims } from "#components/article/claims-context.ts";
import type { UnitClaims } from "#components/article/drawn-claims.ts";
import { MarginNote } from "#components/article/margin-note.tsx";
import type { BlockGroup, Chunk, Unit } from "#components/article/shown-block.ts";
import { sizeOf } from "#components/article/size-of.ts";
import { wordsOfUnit } from "#components/article/unit-words.tsx";

/**
 * The article, block by block, its claims as nested marks. Every element that holds words says in `data-start` where
 * they begin in the version's text, so that a selection becomes a span by arithmetic. Each chunk is a boundary at which
 * React takes over from the server's page by itself, giving way to the reader in between; the browser lays it out when
 * it comes near the view.
 */
export function ArticleText() {
  const { sheet } = useClaimStore();
  return sheet.chunks.map((chunk) => (
    <Activity key={chunk.start}>
      <ChunkText chunk={chunk} />
    </Activity>
  ));
}

const ChunkText = memo(function ChunkText({ chunk }: { chunk: Chunk }) {
  const store = useClaimStore();
  const { lines, blocks, notes } = sizeOf(chunk, (unit) => store.unit(unit.index).readFirst().notes.length);
  return (
    // Notes are placed and leaders drawn as soon as they are seen, which may be before React has taken the chunk over:
    // with a string for its children, it takes the drawing as it finds it.
    <div className="chunk" data-lines={lines} data-blocks={blocks} data-notes={notes} suppressHydrationWarning>
      <svg className="leaders" aria-hidden="true">
        {""}
      </svg>
      {chunk.groups.map((group) => (
        <div key={group.first.start} className="block">
          <GroupText group={group} />
        </div>
      ))}
    </div>
  );
});

function GroupText({ group: { type, first, units } }: { group: BlockGroup }) {
  if (type !== "list-item") return units.map((unit) => <UnitText key={unit.start} unit={unit} />);
  return (
    <ul className="items" dir={first.dir}>
      {units.map((unit) => (
        <li key={unit.start}>
          <UnitText unit={unit} />
        </li>
      ))}
    </ul>
  );
}

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
