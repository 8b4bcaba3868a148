"use client";

import type { DraftStatus } from "#components/ui/use-draft.ts";

/** Where the unsaved words are, in one quiet line. */
export function DraftLine({ status }: { status: DraftStatus }) {
  if (status.kind === "none") return null;
  if (status.kind === "offline") return <p className="draft off">Not connected. Your words are kept here.</p>;
  const at = new Date(status.at);
  const clock = `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
  return (
    <p className="draft">
      Draft kept on the server, <time dateTime={status.at}>{clock}</time>
    </p>
  );
}
