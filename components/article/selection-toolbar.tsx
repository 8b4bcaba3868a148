"use client";

import { type KeyboardEvent as KeyPress, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { choose, paintWords } from "#components/article/chosen-words.ts";
import { ShownText } from "#components/article/dom-text.ts";
import type { MarkClaim } from "#components/article/mark-claim.ts";
import { focusableAfter, placeToolbar, uncoverWords } from "#components/article/place-toolbar.ts";
import { usePlacing } from "#components/article/placing-context.ts";
import { isPlainKey } from "#components/article/plain-key.ts";
import { useMarking } from "#components/article/use-marking.ts";
import { usePlacement } from "#components/article/use-placement.ts";
import { useSelectedSpan } from "#components/article/use-selected-span.ts";
import type { MarkedSpan } from "#lib/domain/fragments.ts";

type Props = {
  articleId: string;
  versionId: string;
  claims: readonly (MarkedSpan & { readonly number: number })[];
  markClaim: MarkClaim;
};

const tooLong = "That is more than one claim can hold. Select at most about 1,500 words.";

/**
 * What can be done with the chosen words: below them where there is room, at the foot of a phone's screen. In placing
 * mode they become the claim's; otherwise a claim of their own.
 */
export function SelectionToolbar({ articleId, versionId, claims, markClaim }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const { chosen, read } = useSelectedSpan(anchor);
  const placing = usePlacing();
  const marking = useMarking({ articleId, versionId, claims, markClaim });
  const placement = usePlacement(versionId);
  const claim = placing.kind === "open" ? placing.claim : null;
  const { act, busy } = claim === null ? marking : placement;
  const isOffered = claim !== null || placing.kind === "off";

  const perform = useCallback(() => {
    const span = read();
    if (span !== null && isOffered) void act(span);
    return span !== null;
  }, [read, act, isOffered]);

  const words = useCallback(() => {
    const galley = anchor.current?.closest<HTMLElement>(".galley");
    return galley == null || chosen?.kind !== "words" ? null : new ShownText(galley).rangeOf(chosen.span);
  }, [chosen]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      if (event.key === "c" && perform()) event.preventDefault();
      if (event.key !== "Tab" || event.shiftKey || !isText(event.target)) return;
      const button = ref.current?.querySelector("button");
      button?.focus({ preventScroll: true });
      if (button != null) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [perform]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of claims draws the text again under the words
  useLayoutEffect(() => {
    const toolbar = ref.current;
    const range = words();
    if (range === null) toolbar?.style.removeProperty("translate");
    if (toolbar === null || range === null) return;
    paintWords(range);
    placeToolbar(toolbar, range);
    uncoverWords(toolbar, range);
    let frame = 0;
    const again = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => placeToolbar(toolbar, range));
    };
    addEventListener("resize", again);
    addEventListener("scroll", again, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("resize", again);
      removeEventListener("scroll", again);
    };
  }, [words, claims, isOffered]);
  useEffect(() => () => choose(null, null), []);

  const leave = (event: KeyPress) => {
    const galley = ref.current?.closest<HTMLElement>(".galley");
    const range = words();
    if (event.key !== "Tab" || galley == null || range === null) return;
    const next = event.shiftKey ? galley : focusableAfter(galley, range);
    next?.focus({ preventScroll: event.shiftKey });
    if (next !== undefined) event.preventDefault();
  };
  const label = useMemo(() => (claim === null ? "Mark claim" : `Place claim ${claim.number} here`), [claim]);

  return (
    <>
      <span ref={anchor} hidden />
      {chosen === null || !isOffered ? null : (
        // Pressing must not end the selection.
        <div
          ref={ref}
          className="seltool"
          role="toolbar"
          aria-label="Selected words"
          data-skip=""
          data-long={chosen.kind === "too-long" ? "" : undefined}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onKeyDown={leave}
        >
          {chosen.kind === "too-long" ? (
            <p role="status">{tooLong}</p>
          ) : (
            <button type="button" aria-busy={busy || undefined} onClick={perform}>
              {label} <kbd>c</kbd>
            </button>
          )}
        </div>
      )}
    </>
  );
}

function isText(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches(".galley"));
}
