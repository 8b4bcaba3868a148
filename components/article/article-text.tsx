"use client";

import { Activity, memo, startTransition, useEffect, useState, useSyncExternalStore } from "react";
import { BlockElement } from "#components/article/block-element.tsx";
import { useClaimStore, useUnitClaims } from "#components/article/claims-context.ts";
import { Margin } from "#components/article/margin.tsx";
import { MarginNote } from "#components/article/margin-note.tsx";
import { sizeOf } from "#components/article/size-of.ts";
import { wordsOfUnit } from "#components/article/unit-words.tsx";
import type { UnitClaims } from "#lib/domain/drawn-claims.ts";
import { firstIndex } from "#lib/domain/first-index.ts";
import type { BlockGroup, Chunk, Unit } from "#lib/domain/sheet.ts";

/** Chunks that are drawn at once where the browser draws them: more than the first screen. */
const atOnce = 12;

/**
 * The article, block by block, its claims as nested marks. Every element that holds words says in `data-start` where
 * they begin in the version's text, so that a selection becomes a span by arithmetic. Each chunk is a boundary at which
 * React takes over from the server's page by itself, giving way to the reader in between; the browser lays it out when
 * it comes near the view. Where there is no page from the server, because the reader came from another page of ours, the
 * rest of a long text follows its beginning.
 */
export function ArticleText() {
  const isFromServer = useSyncExternalStore(never, no, yes);
  const [wasFromServer] = useState(isFromServer);
  return <Chunks isFromServer={wasFromServer} />;
}

/** Drawn once or twice and never again: a chunk that React has yet to take over would have to be taken over at once. */
const Chunks = memo(function Chunks({ isFromServer }: { isFromServer: boolean }) {
  const { sheet, openFirst } = useClaimStore();
  const { chunks } = sheet;
  const [isWhole, setWhole] = useState(isFromServer);
  useEffect(() => {
    // Later, for going back and forth in the history is drawn in one go, and so is what it begins.
    const timer = setTimeout(() => startTransition(() => setWhole(true)));
    return () => clearTimeout(timer);
  }, []);
  const opened = openFirst === null ? -1 : firstIndex(chunks, ({ start }) => start > openFirst.start) - 1;
  return (
    <>
      {chunks.map((chunk, index) => (
        <Activity key={chunk.start}>
          <ChunkText chunk={chunk} isDrawn={isWhole || index < atOnce || index === opened} />
        </Activity>
      ))}
      <Margin />
    </>
  );
});

const never = () => () => undefined;
const no = () => false;
const yes = () => true;

const ChunkText = memo(function ChunkText({ chunk, isDrawn }: { chunk: Chunk; isDrawn: boolean }) {
  const store = useClaimStore();
  const { lines, blocks, notes } = sizeOf(chunk, (unit) => store.unit(unit.index).readFirst().notes.length);
  return (
    // Notes are placed and leaders drawn as soon as they are seen, which may be before React has taken the chunk over:
    // with a string for its children, it takes the drawing as it finds it.
    <div className="chunk" data-lines={lines} data-blocks={blocks} data-notes={notes} suppressHydrationWarning>
      <svg className="leaders" aria-hidden="true">
        {""}
      </svg>
      {isDrawn
        ? chunk.groups.map((group) => (
            <div key={group.first.start} className="block">
              <GroupText group={group} />
            </div>
          ))
        : null}
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
