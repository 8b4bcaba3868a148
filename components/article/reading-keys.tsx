"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useOpenClaim } from "#components/article/galley-context.ts";
import {
  moveBySentence,
  runsLeftwards,
  type Selected,
  selectSentence,
  stretchSelection,
  wordsOf,
} from "#components/article/keyboard-selection.ts";
import { KeysDialog } from "#components/article/keys-dialog.tsx";
import { isPlainKey } from "#components/article/plain-key.ts";
import { focusedClaim, moveToClaim, returnToText, switchRegion } from "#components/article/regions.ts";
import { announce } from "#components/ui/live-region.tsx";

/** The keys of the text: to go from claim to claim, and to select words without a mouse. Each is also a button. */
export function ReadingKeys({ mayMark }: { mayMark: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  const claimId = useOpenClaim();
  const selected = useRef<Selected | null>(null);
  const [asking, setAsking] = useState(false);

  const tell = useCallback(
    (next: Selected | null) => {
      selected.current = next;
      if (next !== null) announce(`Selected: ${wordsOf(next)}${mayMark ? " Press c to mark it." : ""}`);
    },
    [mayMark],
  );
  const begin = useCallback(() => {
    const galley = ref.current?.closest<HTMLElement>(".galley");
    if (galley == null) return;
    const near = focusedClaim() ?? claimId;
    galley.focus({ preventScroll: true });
    tell(selectSentence(galley, near));
  }, [claimId, tell]);

  useEffect(() => {
    const act = (event: KeyboardEvent): boolean => {
      if (event.key === "F6") return switchRegion();
      if (event.key === "Escape") return selected.current === null && returnToText(event, claimId);
      if (!isPlainKey(event)) return false;
      const step = arrowStep(event, selected.current);
      if (step !== null) {
        tell(step);
        return true;
      }
      switch (event.key) {
        case "j":
          return moveToClaim("next", claimId);
        case "k":
          return moveToClaim("previous", claimId);
        case "v":
          begin();
          return true;
        case "?":
          setAsking(true);
          return true;
        default:
          return false;
      }
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.getSelection()?.isCollapsed !== false) selected.current = null;
      if (event.key === "Escape" && selected.current !== null) {
        selected.current = null;
        document.getSelection()?.removeAllRanges();
        announce("Nothing is selected.");
        event.preventDefault();
      } else if (act(event)) event.preventDefault();
    };
    const leave = () => {
      selected.current = null;
    };
    document.addEventListener("keydown", press);
    document.addEventListener("pointerdown", leave);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("pointerdown", leave);
    };
  }, [claimId, begin, tell]);

  return (
    <div ref={ref} className="noprint" data-skip="">
      <button type="button" className="skip" onClick={begin}>
        Select with the keyboard
      </button>
      <button type="button" className="skip" onClick={() => setAsking(true)}>
        Keys
      </button>
      <KeysDialog open={asking} onClose={() => setAsking(false)} mayMark={mayMark} />
    </div>
  );
}

/** What an arrow does to the selected words; null when nothing was selected by keys, or for any other key. */
function arrowStep(event: KeyboardEvent, selected: Selected | null): Selected | null {
  if (selected === null) return null;
  const leftwards = runsLeftwards(selected);
  const forward = leftwards ? "ArrowLeft" : "ArrowRight";
  const back = leftwards ? "ArrowRight" : "ArrowLeft";
  if (event.shiftKey) {
    switch (event.key) {
      case forward:
        return stretchSelection(selected, "one-more");
      case back:
        return stretchSelection(selected, "one-less");
      case "ArrowUp":
        return stretchSelection(selected, "one-more-before");
      case "ArrowDown":
        return stretchSelection(selected, "one-less-before");
      default:
        return null;
    }
  }
  if (event.key === forward) return moveBySentence(selected, "next");
  if (event.key === back) return moveBySentence(selected, "previous");
  return null;
}
