const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], dialog, [popover]";

/**
 * Whether a key was pressed as one of the reading keys: alone, in the text or nowhere in particular, not in a field,
 * a menu or a panel, and not where `data-keys="off"` on the root element has switched them off (WCAG 2.1.4).
 */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.documentElement.dataset.keys === "off" || !(event.target instanceof Element)) return false;
  if (event.target.closest(typing) !== null) return false;
  return event.target === document.body || event.target.closest(".galley") !== null;
}
