"use client";

import { type KeyboardEvent as KeyPress, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { choose, paintWords } from "#components/article/chosen-words.ts";
import { ShownText } from "#components/article/dom-text.ts";
import { focusableAfter, placeToolbar, uncoverWords } from "#components/article/place-toolbar.ts";
import { isPlainKey } from "#components/article/plain-key.ts";
import { useSelectedSpan } from "#components/article/use-selected-span.ts";
import type { Span } from "#lib/domain/span.ts";

/** Something that can be done with the words, and the letter that does the same. */
export type WordsUse = { readonly label: string; readonly letter: string; readonly act: (span: Span) => void };

type Props = {
  uses: readonly WordsUse[];
  /** Said instead when more is selected than can be held. */
  tooLong: string;
  isOffered: boolean;
  busy: boolean;
  /** What draws the text again under the words when it is another. */
  drawnWith: unknown;
};

/** What can be done with the chosen words of a galley: below them where there is room, at the foot of a phone's screen. */
export function WordsToolbar({ uses, tooLong, isOffered, busy, drawnWith }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const { chosen, read } = useSelectedSpan(anchor);

  const perform = useCallback(
    ({ act }: WordsUse) => {
      const span = read();
      if (span !== null && isOffered) act(span);
      return span !== null;
    },
    [read, isOffered],
  );

  const words = useCallback(() => {
    const galley = anchor.current?.closest<HTMLElement>(".galley");
    return galley == null || chosen?.kind !== "words" ? null : new ShownText(galley).rangeOf(chosen.span);
  }, [chosen]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      const use = uses.find(({ letter }) => letter === event.key);
      if (use !== undefined && perform(use)) event.preventDefault();
      if (event.key !== "Tab" || event.shiftKey || !isText(event.target)) return;
      const button = ref.current?.querySelector("button");
      button?.focus({ preventScroll: true });
      if (button != null) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [perform, uses]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what draws the text again under the words
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
  }, [words, drawnWith, isOffered]);
  useEffect(() => () => choose(null, null), []);

  const leave = (event: KeyPress) => {
    const galley = ref.current?.closest<HTMLElement>(".galley");
    const range = words();
    if (event.key !== "Tab" || galley == null || range === null) return;
    const buttons = ref.current?.querySelectorAll("button") ?? [];
    if (event.target !== buttons[event.shiftKey ? 0 : buttons.length - 1]) return;
    const next = event.shiftKey ? galley : focusableAfter(galley, range);
    next?.focus({ preventScroll: event.shiftKey });
    if (next !== undefined) event.preventDefault();
  };

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
            uses.map((use) => (
              <button key={use.letter} type="button" aria-busy={busy || undefined} onClick={() => perform(use)}>
                {use.label} <kbd>{use.letter}</kbd>
              </button>
            ))
          )}
        </div>
      )}
    </>
  );
}

function isText(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches(".galley"));
}
