"use client";

import { type RefObject, useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { type Chosen, chosenSpan, readChosen, subscribeChosen } from "#components/article/chosen-words.ts";
import { type SelectionWatch, watchSelection } from "#components/article/watch-selection.ts";
import type { Span } from "#lib/domain/span.ts";

type SelectedSpan = {
  readonly chosen: Chosen | null;
  /** What is chosen at this very moment, for a key that comes before the page has noticed. */
  readonly read: () => Span | null;
};

const none = () => null;

/** The words chosen in the galley that holds `within`, however they were selected. Once a page. */
export function useSelectedSpan(within: RefObject<HTMLElement | null>): SelectedSpan {
  const chosen = useSyncExternalStore(subscribeChosen, readChosen, none);
  const watch = useRef<SelectionWatch | null>(null);
  useEffect(() => {
    const galley = within.current?.closest<HTMLElement>(".galley");
    if (galley == null) return;
    watch.current = watchSelection(galley);
    return () => watch.current?.stop();
  }, [within]);
  const read = useCallback(() => {
    watch.current?.look();
    return chosenSpan();
  }, []);
  return { chosen, read };
}
