const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], dialog, [popover]";

/**
 * Whether a key was pressed as one of the reading keys: alone, in the text or nowhere in particular, not in a field,
 * a menu or a panel, and not where `data-keys="off"` on the root element has switched them off (WCAG 2.1.4).
 */
export function isPlainKey(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && isTextKey(event);
}

/** Whether a key may move or stretch the chosen words: as a plain key, and Ctrl or ⌘ with Shift for whole sentences. */
export function isStretchKey(event: KeyboardEvent): boolean {
  return ((!event.ctrlKey && !event.metaKey) || event.shiftKey) && isTextKey(event);
}

function isTextKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey) return false;
  if (document.documentElement.dataset.keys === "off" || !(event.target instanceof Element)) return false;
  if (event.target.closest(typing) !== null) return false;
  return event.target === document.body || event.target.closest(".galley") !== null;
}
