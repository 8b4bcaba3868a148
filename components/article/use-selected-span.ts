"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { spanOfRange } from "#components/article/dom-text.ts";
import type { Span } from "#lib/domain/span.ts";

type SelectedSpan = {
  readonly span: Span | null;
  /** What is selected at this very moment, for a key that comes before the page has noticed. */
  readonly read: () => Span | null;
  readonly forget: () => void;
};

/** Long enough for a finger that still pulls the handles, short enough to feel at once. */
const settle = 200;

/**
 * The span of the words selected in the galley that holds `within`, however they were selected: mouse, touch or
 * keyboard. Null while a mouse button is down, and when the selection is elsewhere or empty.
 */
export function useSelectedSpan(within: RefObject<HTMLElement | null>): SelectedSpan {
  const [span, setSpan] = useState<Span | null>(null);
  const read = useCallback(() => selectedSpan(within.current?.closest<HTMLElement>(".galley")), [within]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed = false;
    let touches = false;
    const look = () => {
      const next = pressed ? null : read();
      setSpan((before) => (before?.start === next?.start && before?.end === next?.end ? before : next));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, touches ? settle : 0);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look);
    };
    const down = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest(".seltool") !== null) return;
      touches = event.pointerType !== "mouse";
      pressed = !touches && event.button === 0;
    };
    const up = () => {
      pressed = false;
      soon();
    };
    document.addEventListener("selectionchange", later);
    document.addEventListener("pointerdown", down);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", up);
    document.addEventListener("touchend", later);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", later);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", up);
      document.removeEventListener("touchend", later);
    };
  }, [read]);

  const forget = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setSpan(null);
  }, []);
  return { span, read, forget };
}

function selectedSpan(galley: HTMLElement | null | undefined): Span | null {
  const selection = document.getSelection();
  if (galley == null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { anchorNode, focusNode } = selection;
  if (!galley.contains(anchorNode) && !galley.contains(focusNode)) return null;
  return spanOfRange(galley, selection.getRangeAt(0));
}
