"use client";

import type { ReactNode } from "react";
import { DraftContext, type SaveDraft } from "#components/ui/form-context.ts";

/** Gives every form below it the action that keeps drafts on the server. */
export function DraftProvider({ saveDraft, children }: { saveDraft: SaveDraft; children: ReactNode }) {
  return <DraftContext value={saveDraft}>{children}</DraftContext>;
}
