"use client";

import { useEffect, useRef } from "react";
import { useClaimStore } from "#components/article/claims-context.ts";
import { useGalley } from "#components/article/galley-context.ts";
import { NotePlaces } from "#components/article/note-places.ts";

/**
 * Puts each note beside the first line of its claim and draws the leaders, near the view only; where there is no room
 * notes stay rows in the text.
 */
export function Margin() {
  const ref = useRef<HTMLSpanElement>(null);
  const places = useRef<NotePlaces | null>(null);
  const store = useClaimStore();
  const { only } = useGalley();
  useEffect(() => {
    const galley = ref.current?.closest<HTMLElement>(".galley");
    if (galley == null) return;
    const watch = new NotePlaces(galley);
    places.current = watch;
    const leave = store.watchView(watch.seen);
    return () => {
      leave();
      watch.stop();
      places.current = null;
    };
  }, [store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tally's choice hides notes, and the others get their room
  useEffect(() => places.current?.measureAgain(), [only]);
  return <span ref={ref} hidden />;
}
