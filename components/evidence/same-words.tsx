"use client";

import { useTransition } from "react";
import { sendFields } from "#components/ui/send-fields.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = { claimId: string; evidence: EvidenceView; number: number; earlier: number; settle: FormAction };

/** Asks whether two pieces that say the same in the same words go back to one origin. */
export function SameWords({ claimId, evidence, number, earlier, settle }: Props) {
  const [busy, startTransition] = useTransition();
  const answer = (said: "same" | "differ") => {
    if (busy || evidence.sameWordsAs === null) return;
    const fields = { claimId, id: evidence.id, otherId: evidence.sameWordsAs, answer: said };
    startTransition(async () => {
      const refused = await sendFields(settle, fields);
      showToast(refused ?? (said === "same" ? "They count as one origin." : "They count as two origins."));
    });
  };
  return (
    <p className="samewords">
      Evidence {earlier} and {number} have nearly the same text. Do they go back to one origin?{" "}
      <button type="button" className="textbtn" aria-disabled={busy || undefined} onClick={() => answer("same")}>
        One origin
        <span className="vh">
          : evidence {earlier} and {number}
        </span>
      </button>{" "}
      <button type="button" className="textbtn" aria-disabled={busy || undefined} onClick={() => answer("differ")}>
        They differ
        <span className="vh">
          : evidence {earlier} and {number}
        </span>
      </button>
    </p>
  );
}
