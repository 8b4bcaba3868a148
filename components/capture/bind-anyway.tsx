"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

type Props = { isAsked: boolean; busy: boolean; onAnswer: (yes: "yes" | "no") => void };

/** Asks whether a verdict may go stale by what is about to be done. */
export function BindAnyway({ isAsked, busy, onAnswer }: Props) {
  return (
    <Dialog open={isAsked} title="A verdict stands on this evidence" onClose={() => onAnswer("no")}>
      <p>With other words it rests on something else, so it goes stale and has to be proposed again.</p>
      <div className="acts">
        <Button variant="go" busy={busy} onClick={() => onAnswer("yes")}>
          Use these words
        </Button>
        <Button variant="bare" onClick={() => onAnswer("no")}>
          Leave it as it is
        </Button>
      </div>
    </Dialog>
  );
}
