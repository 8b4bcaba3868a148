"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { giveUpChosen } from "#components/article/chosen-words.ts";
import { claimHref, useGalley } from "#components/article/galley-context.ts";
import type { MarkClaim } from "#components/article/mark-claim.ts";
import { wantPanelFocus } from "#components/article/panel-focus.ts";
import { announce } from "#components/ui/live-region.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { MarkedSpan } from "#lib/domain/fragments.ts";
import type { Span } from "#lib/domain/span.ts";

type Marking = {
  readonly articleId: string;
  readonly versionId: string;
  readonly claims: readonly (MarkedSpan & { readonly number: number })[];
  readonly markClaim: MarkClaim;
};

/** Marks words as a claim and opens it; words that are one already open that one. Tried again, they keep their id. */
export function useMarking({ articleId, versionId, claims, markClaim }: Marking) {
  const { only } = useGalley();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const attempt = useRef<{ span: Span; id: string } | null>(null);

  const act = useCallback(
    async (span: Span) => {
      if (busy) return;
      const open = (claimId: string) => {
        giveUpChosen();
        wantPanelFocus();
        router.push(claimHref(articleId, { claimId, only }), { scroll: false });
      };
      const same = claims.find((claim) => claim.start === span.start && claim.end === span.end);
      if (same !== undefined) {
        announce(`These words are claim ${same.number} already.`);
        open(same.id);
        return;
      }
      if (attempt.current?.span.start !== span.start || attempt.current.span.end !== span.end)
        attempt.current = { span, id: uuidv7() };
      const { id } = attempt.current;
      setBusy(true);
      try {
        const answer = await markClaim({ id, articleId, versionId, start: span.start, end: span.end });
        if (answer.ok) {
          announce(answer.existed ? "These words are a claim already." : "Claim marked.");
          open(answer.claimId);
        } else {
          showToast(answer.sentence);
        }
      } catch {
        showToast("Not connected. The claim was not marked; the words are still selected.");
      } finally {
        setBusy(false);
      }
    },
    [busy, claims, articleId, versionId, only, markClaim, router],
  );
  return { act, busy };
}
