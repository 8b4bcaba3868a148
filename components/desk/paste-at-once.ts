import type { ClipboardEvent } from "react";

/** Over this many UTF-16 code units the browser's own insertion takes seconds, half a million of them half a minute. */
const long = 50_000;

/**
 * Puts a long pasted text into a field in one step, in a fraction of a second; shorter ones are left to the browser. The
 * price is that the browser's undo does not reach back behind it.
 */
export function pasteAtOnce(event: ClipboardEvent<HTMLElement>): void {
  const field = event.target;
  const text = event.clipboardData.getData("text/plain");
  if (!(field instanceof HTMLTextAreaElement) || text.length < long) return;
  event.preventDefault();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}
