"use client";

import { Activity, memo, startTransition, useEffect, useState, useSyncExternalStore } from "react";
import { BlockElement } from "#components/article/block-element.tsx";
import { useClaimStore, useUnitClaims } from "#components/article/claims-context.ts";
import { Margin } from "#components/article/margin.tsx";
import { MarginNote } from "#components/article/margin-note.tsx";
import { type Size, sizeOf, sumOf } from "#components/article/size-of.ts";
import { wordsOfUnit } from "#components/article/unit-words.tsx";
import type { UnitClaims } from "#lib/domain/drawn-claims.ts";
import { firstIndex } from "#lib/domain/first-index.ts";
import type { BlockGroup, Part, Unit } from "#lib/domain/sheet.ts";

/**
 * The article, block by block, its claims as nested marks. Every element that holds words says in `data-start` where
 * they begin in the version's text, so that a selection becomes a span by arithmetic. Each part is a boundary at which
 * React takes over from the server's page by itself, giving way to the reader in between. The browser lays a part out
 * when it comes near the view, and of it the chunks that are near. Where there is no page from the server, because the
 * reader came from another page of ours, the rest of a long text follows its beginning.
 */
export function ArticleText() {
  const isFromServer = useSyncExternalStore(never, no, yes);
  const [wasFromServer] = useState(isFromServer);
  return <Parts isFromServer={wasFromServer} />;
}

/** Drawn once or twice and never again: a part that React has yet to take over would have to be taken over at once. */
const Parts = memo(function Parts({ isFromServer }: { isFromServer: boolean }) {
  const { sheet, openFirst } = useClaimStore();
  const [isWhole, setWhole] = useState(isFromServer);
  useEffect(() => {
    // Later, for going back and forth in the history is drawn in one go, and so is what it begins.
    const timer = setTimeout(() => startTransition(() => setWhole(true)));
    return () => clearTimeout(timer);
  }, []);
  const opened = openFirst === null ? 0 : firstIndex(sheet.parts, ({ end }) => end > openFirst.start);
  return (
    <>
      {sheet.parts.map((part, index) => (
        <Activity key={part.start}>
          <PartText part={part} isDrawn={isWhole || index === 0 || index === opened} />
        </Activity>
      ))}
      <Margin />
    </>
  );
});

const never = () => () => undefined;
const no = () => false;
const yes = () => true;

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
                <div key={group.first.start} className="block">
                  <GroupText group={group} />
                </div>
              ))}
            </div>
          ))
        : null}
    </div>
  );
});

function sizeAttributes(size: Size | undefined) {
  return { "data-lines": size?.lines, "data-blocks": size?.blocks, "data-notes": size?.notes };
}

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
