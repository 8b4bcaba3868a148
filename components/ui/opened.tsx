"use client";

import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";

let pressed: string | null = null;

type OpenerProps = Omit<ComponentProps<"button">, "type" | "name"> & { name: string; onClick: () => void };

/** A button that shows an `Opened` of the same name in its place or near it. */
export function Opener({ name, onClick, className = "textbtn", ...rest }: OpenerProps) {
  return (
    <button
      {...rest}
      type="button"
      className={className}
      data-opens={name}
      onClick={() => {
        pressed = name;
        onClick();
      }}
    />
  );
}

/**
 * What an `Opener` shows. Focus goes to its first field, or else its first button, when it was opened by hand; a page
 * that merely loads leaves it alone. When it goes away, focus goes back to the opener.
 */
export function Opened({ name, children }: { name: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pressed !== name) return;
    pressed = null;
    const root = ref.current;
    if (root !== null) (firstField(root) ?? root.querySelector<HTMLElement>("button"))?.focus();
  }, [name]);
  return (
    <div ref={ref}>
      {children}
      <FocusGoesTo name={name} />
    </div>
  );
}

/** Where focus goes when what this stands in is removed with the focus in it: an opener, or else the panel. */
export function FocusGoesTo({ name }: { name: string }) {
  useEffect(() => () => void requestAnimationFrame(() => giveBack(name)), [name]);
  return null;
}

/** The first field on screen; of radio buttons the chosen one, as Tab would. */
function firstField(root: HTMLElement): HTMLElement | undefined {
  const fields = [...root.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea, select")];
  const [first, ...others] = fields.filter((field) => field.getClientRects().length > 0);
  if (first?.type !== "radio" || first.checked) return first;
  return others.find((field) => field.checked && field.name === first.name) ?? first;
}

/** Does nothing where the focus is somewhere: only what was removed with the focus in it leaves it on the body. */
function giveBack(name: string): void {
  const active = document.activeElement;
  if (active !== null && active !== document.body) return;
  const opener = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(name)}"]`);
  (opener ?? document.getElementById("panel"))?.focus({ preventScroll: opener === null });
}
