"use client";

import { type ComponentProps, useMemo } from "react";
import { type KeepDraft, rejecting } from "#components/claim/claim-actions.ts";
import { SecondForm } from "#components/second/second-form.tsx";
import { DraftProvider } from "#components/ui/draft-provider.tsx";

/** The form of a blind second verdict on a page that keeps no drafts itself. */
export function BlindForm({ saveDraft, ...form }: ComponentProps<typeof SecondForm> & { saveDraft: KeepDraft }) {
  const keep = useMemo(() => rejecting(saveDraft), [saveDraft]);
  return (
    <DraftProvider saveDraft={keep}>
      <SecondForm {...form} />
    </DraftProvider>
  );
}
