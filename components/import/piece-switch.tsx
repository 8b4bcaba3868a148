"use client";

import type { ImportActions } from "#components/import/import-actions.ts";
import { useSent } from "#components/import/use-sent.ts";

type Props = {
  importId: string;
  pieces: readonly number[];
  to: "taken" | "left-out";
  label: string;
  /** The first words of the block, for those who hear the button and do not see what it stands beside. */
  words: string;
  action: ImportActions["changePieces"];
};

/** Puts blocks back or takes them out; once done, the same button undoes it. */
export function PieceSwitch({ importId, pieces, to, label, words, action }: Props) {
  const { busy, send } = useSent();
  const said = to === "taken" ? "Put back." : "Taken out.";
  return (
    <button
      type="button"
      className="textbtn"
      aria-label={words === "" ? undefined : `${label}: ${words}`}
      aria-disabled={busy}
      onClick={() => send(() => action({ id: importId, pieces, to }), { said })}
    >
      {label}
    </button>
  );
}
