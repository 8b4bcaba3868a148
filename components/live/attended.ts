let touched = 0;
let watching = false;

const signs = ["pointerdown", "pointermove", "keydown", "scroll", "focus"] as const;

/** Begins to note when somebody last did something on this page. Call it after hydration. */
export function watchTouches(): void {
  if (watching) return;
  watching = true;
  touched = performance.now();
  const note = () => {
    touched = performance.now();
  };
  for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true });
}

/**
 * Whether somebody looks at this page: it is visible and was touched within `ms` milliseconds. A page that asks the server
 * by itself keeps its session alive, so one that is left alone has to stop.
 */
export function isAttended(ms: number): boolean {
  return document.visibilityState === "visible" && performance.now() - touched < ms;
}
