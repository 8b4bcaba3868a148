"use client";

import { useEffect } from "react";

const typing = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], dialog, [popover]";

/**
 * Single-letter keys that work while nothing is being typed and focus is inside `within` (a selector), or nowhere yet
 * (WCAG 2.1.4; `data-keys="off"` on the root element switches them off). A handler that did nothing returns false.
 */
export function useLetterKeys(within: string, keys: Readonly<Record<string, () => boolean>>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.documentElement.dataset.keys === "off" || !(event.target instanceof Element)) return;
      if (event.target.closest(typing) !== null) return;
      if (event.target !== document.body && event.target.closest(within) === null) return;
      const handler = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (handler?.()) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [within, keys]);
}

/** Moves focus to the first element that fits; false when there is none. */
export function focusOn(selector: string): boolean {
  const target = document.querySelector<HTMLElement>(selector);
  target?.focus();
  return target !== null;
}
