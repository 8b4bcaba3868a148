"use client";

import { Activity, type ComponentType, memo, startTransition, useEffect, useState, useSyncExternalStore } from "react";
import { firstIndex } from "#lib/domain/first-index.ts";
import type { Part, Sheet } from "#lib/domain/sheet.ts";

type Props = {
  sheet: Sheet;
  /** The offset that the reader is taken to first, UTF-16 code units; null begins at the beginning. */
  openAt: number | null;
  /** Draws a part, or while `isDrawn` is false keeps its place. */
  PartText: ComponentType<{ part: Part; isDrawn: boolean }>;
};

/**
 * A text by its parts. Each is a boundary at which React takes over from the server's page by itself, giving way to the
 * reader in between. Where there is no page from the server, because the reader came from another page of ours, the rest
 * of a long text follows its beginning.
 */
export function SheetParts(props: Props) {
  const isFromServer = useSyncExternalStore(never, no, yes);
  const [wasFromServer] = useState(isFromServer);
  return <Parts {...props} isFromServer={wasFromServer} />;
}

/** Drawn once or twice and never again: a part that React has yet to take over would have to be taken over at once. */
const Parts = memo(function Parts({ sheet, openAt, PartText, isFromServer }: Props & { isFromServer: boolean }) {
  const [isWhole, setWhole] = useState(isFromServer);
  useEffect(() => {
    // Later, for going back and forth in the history is drawn in one go, and so is what it begins.
    const timer = setTimeout(() => startTransition(() => setWhole(true)));
    return () => clearTimeout(timer);
  }, []);
  const opened = openAt === null ? 0 : firstIndex(sheet.parts, ({ end }) => end > openAt);
  return sheet.parts.map((part, index) => (
    <Activity key={part.start}>
      <PartText part={part} isDrawn={isWhole || index === 0 || index === opened} />
    </Activity>
  ));
});

const never = () => () => undefined;
const no = () => false;
const yes = () => true;
