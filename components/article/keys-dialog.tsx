"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { KeyList } from "#components/ui/key-list.tsx";

const keys = [
  { keys: ["j", "k"], does: "Next, previous claim", marks: false },
  { keys: ["Enter"], does: "Open the claim", marks: false },
  { keys: ["Esc"], does: "Gives the selected words up; from the panel back to the claim’s number", marks: false },
  { keys: ["F6"], does: "From the text to the panel and back", marks: false },
  { keys: ["v"], does: "Select the current sentence; what is selected goes on by keys", marks: true },
  { keys: ["←", "→"], does: "The sentence before, after", marks: true },
  { keys: ["Shift ←", "Shift →"], does: "One word less, more at the end", marks: true },
  { keys: ["Shift ↓", "Shift ↑"], does: "One word less, more at the start", marks: true },
  { keys: ["Ctrl Shift ← → ↑ ↓"], does: "The same by sentences (⌘ on a Mac)", marks: true },
  { keys: ["c"], does: "Mark the selected words as a claim", marks: true },
  { keys: ["Tab"], does: "From the selected words to their button", marks: true },
  { keys: ["t"], does: "From a discussion to what it is about, and back", marks: false },
  { keys: ["Ctrl Enter"], does: "Send the form you are in", marks: false },
  { keys: ["?"], does: "This list", marks: false },
] as const;

/** The keys of the text. They work while focus is in the text, and never while something is being typed. */
export function KeysDialog({ open, onClose, mayMark }: { open: boolean; onClose: () => void; mayMark: boolean }) {
  return (
    <Dialog open={open} title="Keys" onClose={onClose}>
      <KeyList uses={keys.filter(({ marks }) => mayMark || !marks)} />
    </Dialog>
  );
}
