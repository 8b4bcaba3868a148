import type { ReactNode } from "react";

type Props = { id: string; isActive: boolean; onChoose: () => void; children: ReactNode };

/** One option of the list under a text field, which keeps the focus and names the active option by its id. */
export function ListOption({ id, isActive, onChoose, children }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points at options; focus stays in the field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
