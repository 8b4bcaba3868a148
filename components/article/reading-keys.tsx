"use client";

import { useEffect, useRef, useState } from "react";
import { useOpenClaim } from "#components/article/galley-context.ts";
import { KeysDialog } from "#components/article/keys-dialog.tsx";
import { usePlacing } from "#components/article/placing-context.ts";
import { isPlainKey } from "#components/article/plain-key.ts";
import { moveToClaim, returnToText, switchRegion } from "#components/article/regions.ts";
import { useSelectionKeys } from "#components/article/use-selection-keys.ts";

/** The keys of the text: to go from claim to claim, and to select words without a mouse. Each is also a button. */
export function ReadingKeys({ mayMark }: { mayMark: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  const claimId = useOpenClaim();
  const placing = usePlacing();
  const [asking, setAsking] = useState(false);
  const near = placing.kind === "open" ? placing.claim.near : null;
  const hint = hintOf(mayMark, placing.kind === "open" ? placing.claim.number : null);
  const begin = useSelectionKeys(ref, { claimId, near, hint, full: "One claim cannot hold more." });

  useEffect(() => {
    const act = (event: KeyboardEvent): boolean => {
      if (event.key === "F6") return switchRegion();
      if (event.key === "Escape") return returnToText(event, claimId);
      if (!isPlainKey(event)) return false;
      switch (event.key) {
        case "j":
          return moveToClaim("next", claimId);
        case "k":
          return moveToClaim("previous", claimId);
        case "?":
          setAsking(true);
          return true;
        default:
          return false;
      }
    };
    const press = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !event.isComposing && act(event)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [claimId]);

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

function hintOf(mayMark: boolean, placing: number | null): string {
  if (!mayMark) return "";
  const does = placing === null ? "mark it" : `place claim ${placing} here`;
  return ` Press c to ${does}, Tab for the button, v and the arrow keys for other words.`;
}
