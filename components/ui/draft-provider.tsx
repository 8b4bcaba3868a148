"use client";

import { type ReactNode, useMemo } from "react";
import { DraftContext, type KeepDraft, type SaveDraft } from "#components/ui/form-context.ts";

/** Gives every form below it the action that keeps drafts on the server. */
export function DraftProvider({ saveDraft, children }: { saveDraft: KeepDraft; children: ReactNode }) {
  const save = useMemo(() => rejecting(saveDraft), [saveDraft]);
  return <DraftContext value={save}>{children}</DraftContext>;
}

function rejecting(keep: KeepDraft): SaveDraft {
  return async (key, fields) => {
    const kept = await keep(key, { ...fields });
    if (kept === null) throw new Error("The draft was not kept.");
    return kept;
  };
}
