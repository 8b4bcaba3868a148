"use client";

let wanted = false;

/** The next panel that opens takes the focus: somebody asked for it by hand. A page that merely loads leaves it alone. */
export function wantPanelFocus(): void {
  wanted = true;
}

/** Whether the focus was wanted; asks only once. */
export function takePanelFocus(): boolean {
  const was = wanted;
  wanted = false;
  return was;
}
