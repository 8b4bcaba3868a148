"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { type Chosen, chosenSpan, giveUpChosen, readChosen } from "#components/article/chosen-words.ts";
import {
  besideSentence,
  chooseByKeys,
  currentSentence,
  runsLeftwards,
  stretched,
} from "#components/article/keyboard-selection.ts";
import { isPlainKey, isStretchKey } from "#components/article/plain-key.ts";
import { focusedClaim } from "#components/article/regions.ts";
import { announce } from "#components/ui/live-region.tsx";
import type { Span } from "#lib/domain/span.ts";
import type { Stretching } from "#lib/domain/stretch.ts";

type Options = {
  /** The claim to begin after when it is on screen, and the offset to begin at. */
  readonly claimId: string | null;
  readonly near: number | null;
  /** What can be done with the words, said after them; "" when nothing can. */
  readonly hint: string;
  /** Said when the words would be more than can be held. */
  readonly full: string;
};

/**
 * Selecting words of the galley that holds `within` without a mouse: `v`, arrows, Shift with arrows, Esc. Answers what
 * `v` does, for a button. A key that was used is `defaultPrevented`.
 */
export function useSelectionKeys(
  within: RefObject<HTMLElement | null>,
  { claimId, near, hint, full }: Options,
): () => void {
  const told = useRef<Chosen | null>(null);
  const begin = useCallback(() => {
    const galley = within.current?.closest<HTMLElement>(".galley");
    if (galley == null) return;
    const span = chosenSpan() ?? currentSentence(galley, { claimId: focusedClaim() ?? claimId, offset: near });
    galley.focus({ preventScroll: true });
    if (span !== null) announce(`Selected: ${shorten(chooseByKeys(galley, span))}${hint}`);
  }, [within, claimId, near, hint]);

  useEffect(() => {
    const move = (event: KeyboardEvent): boolean => {
      const chosen = readChosen();
      const galley = within.current?.closest<HTMLElement>(".galley");
      if (chosen?.kind !== "words" || chosen.by !== "keys" || galley == null || !isStretchKey(event)) return false;
      const step = stepOf(event, runsLeftwards(galley, chosen.span));
      if (step === null) return false;
      const span = apply(galley, chosen.span, { step, by: event.ctrlKey || event.metaKey ? "sentence" : "word" });
      if (span === null) announce(full);
      else announce(`Selected: ${shorten(chooseByKeys(galley, span))}`);
      return true;
    };
    const act = (event: KeyboardEvent): boolean => {
      if (event.key === "Escape") return giveUp(event);
      if (move(event)) return true;
      if (event.key !== "v" || !isPlainKey(event)) return false;
      begin();
      return true;
    };
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !event.isComposing && act(event)) event.preventDefault();
    };
    const leave = (event: PointerEvent) => {
      const chosen = readChosen();
      if (event.target instanceof Element && event.target.closest(".seltool") !== null) return;
      if (chosen?.kind === "words" && chosen.by === "keys" && event.button === 0) giveUpChosen();
    };
    // Screen readers tell what the browser selects by its own keys; that something can be done with it we tell.
    const release = (event: KeyboardEvent) => {
      const chosen = readChosen();
      if (event.key !== "Shift" || chosen?.kind !== "words" || chosen.by !== "hand" || chosen === told.current) return;
      told.current = chosen;
      announce(hint.trim());
    };
    document.addEventListener("keydown", press);
    document.addEventListener("keyup", release);
    document.addEventListener("pointerdown", leave);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("keyup", release);
      document.removeEventListener("pointerdown", leave);
    };
  }, [within, begin, hint, full]);
  return begin;
}

/** Esc in the text gives the chosen words up; in a panel, dialog or list it means something else. */
function giveUp(event: KeyboardEvent): boolean {
  if (readChosen() === null || !(event.target instanceof Element)) return false;
  const inText = event.target === document.body || event.target.closest(".galley") !== null;
  if (!inText || event.target.closest("dialog, [popover]") !== null) return false;
  if (event.target.closest(".seltool") !== null)
    document.querySelector<HTMLElement>(".galley")?.focus({ preventScroll: true });
  giveUpChosen();
  announce("Nothing is selected.");
  return true;
}

type Step = Stretching | "next" | "previous";

/** What an arrow does to the chosen words: alone it moves, with Shift it stretches. Null for any other key. */
function stepOf(event: KeyboardEvent, leftwards: boolean): Step | null {
  const forward = leftwards ? "ArrowLeft" : "ArrowRight";
  const back = leftwards ? "ArrowRight" : "ArrowLeft";
  switch (event.key) {
    case forward:
      return event.shiftKey ? "more-after" : "next";
    case back:
      return event.shiftKey ? "less-after" : "previous";
    case "ArrowUp":
      return event.shiftKey ? "more-before" : null;
    case "ArrowDown":
      return event.shiftKey ? "less-before" : null;
    default:
      return null;
  }
}

function apply(galley: HTMLElement, span: Span, { step, by }: { step: Step; by: "word" | "sentence" }): Span | null {
  if (step === "next" || step === "previous") return besideSentence(galley, span, step);
  return stretched(galley, span, { how: step, by });
}

/** Long selections are told by both ends. */
function shorten(words: string): string {
  return words.length <= 300 ? words : `${words.slice(0, 120)} … ${words.slice(-120)}`;
}
