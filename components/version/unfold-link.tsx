"use client";

import Link from "next/link";
import { useEffect } from "react";
import { unfoldedId } from "#components/version/unfolded-id.ts";

let asked = false;

/** Opens a folded stretch where it stands; the focus goes on to its first row. */
export function UnfoldLink({ href, children }: { href: string; children: string }) {
  return (
    <Link className="link" href={href} prefetch={false} scroll={false} onNavigate={() => (asked = true)}>
      {children}
    </Link>
  );
}

/** Takes the focus to what `UnfoldLink` opened; a page that is only loaded, or gone back to, keeps its own. */
export function FocusUnfolded({ open }: { open: number | null }) {
  useEffect(() => {
    if (open === null || !asked) return;
    asked = false;
    document.getElementById(unfoldedId)?.focus({ preventScroll: true });
  }, [open]);
  return null;
}
