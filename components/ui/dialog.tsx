"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "#components/ui/icon.tsx";

type Props = { open: boolean; title: string; onClose: () => void; children: ReactNode };

const fields = "input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled)";

/** A native modal dialog: it opens at its first field, Esc and the close button end it, and the browser gives the focus back. */
export function Dialog({ open, title, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>(fields)?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} className="dlg" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="ib" aria-label="Close" onClick={() => ref.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      {open ? children : null}
    </dialog>
  );
}
