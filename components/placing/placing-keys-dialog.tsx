"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { KeyList } from "#components/ui/key-list.tsx";
import type { PlacingPage } from "#lib/domain/version-views.ts";

const keys = [
  { keys: ["j", "k"], does: "Next, previous claim", needs: null },
  { keys: ["x"], does: "Choose the claim, or leave it out again", needs: null },
  { keys: ["c"], does: "Confirm the words of what is chosen, or of the claim you are at", needs: "place" },
  { keys: ["w"], does: "Withdraw what is chosen, or the claim you are at", needs: "withdraw" },
  { keys: ["Esc"], does: "Nothing is chosen any more", needs: null },
  { keys: ["?"], does: "This list", needs: null },
] as const;

type Props = { open: boolean; onClose: () => void; may: PlacingPage["may"] };

/** The keys of the list of what needs placing. */
export function PlacingKeysDialog({ open, onClose, may }: Props) {
  return (
    <Dialog open={open} title="Keys" onClose={onClose}>
      <KeyList uses={keys.filter(({ needs }) => needs === null || may[needs])} />
    </Dialog>
  );
}
