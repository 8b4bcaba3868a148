"use client";

import type { MouseEvent } from "react";

let wanted = false;

/**
 * The next panel that opens takes the focus: somebody asked for it by hand. A page that merely loads leaves it alone.
 * From a link to the panel that is open already, it goes there at once.
 */
export function wantPanelFocus(event?: MouseEvent<HTMLAnchorElement>): void {
  if (event?.currentTarget.href === location.href) focusPanel();
  else wanted = true;
}

export function focusPanel(): void {
  document.getElementById("panel")?.focus({ preventScroll: true });
}

/** Whether the focus was wanted; asks only once. */
export function takePanelFocus(): boolean {
  const was = wanted;
  wanted = false;
  return was;
}
