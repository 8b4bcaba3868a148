"use client";

import { type ReactNode, useState } from "react";

/** Blocks that stood together and were left out, folded to a line. Stays as it was opened while blocks go in and out. */
export function DroppedRun({ count, opened, children }: { count: number; opened: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(opened);
  return (
    <details className="outrun" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {count} blocks left out <span className="link">{isOpen ? "hide" : "show"}</span>
      </summary>
      {children}
    </details>
  );
}
