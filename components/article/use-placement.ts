"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { giveUpChosen } from "#components/article/chosen-words.ts";
import { wantPanelFocus } from "#components/article/panel-focus.ts";
import { usePlacing } from "#components/article/placing-context.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { Span } from "#lib/domain/span.ts";

/** Gives the claim of placing mode the chosen words, and goes back to where the person came from. */
export function usePlacement(versionId: string) {
  const placing = usePlacing();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  const act = useCallback(
    async ({ start, end }: Span) => {
      if (busy || placing.kind !== "open") return;
      const { claim, place, back, ask } = placing;
      setBusy(true);
      try {
        const answer = await place({ claimId: claim.id, versionId, rowVersion: claim.rowVersion, start, end });
        if (answer.ok) {
          giveUpChosen();
          showToast(`Claim ${claim.number} has its place. “Choose other words” in its panel changes it.`);
          wantPanelFocus();
          router.push(back);
        } else {
          showToast(answer.sentence);
          ask();
        }
      } catch {
        showToast(`Not connected. Claim ${claim.number} was not placed; the words are still selected.`);
      } finally {
        setBusy(false);
      }
    },
    [busy, placing, versionId, router],
  );
  return { act, busy };
}
