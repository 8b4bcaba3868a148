"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useClaimStore, useClaims } from "#components/article/claims-context.ts";
import type { MarkAnswer, MarkClaim, MarkRequest } from "#components/article/mark-claim.ts";
import { SelectionToolbar } from "#components/article/selection-toolbar.tsx";

type Props = { versionId: string; markClaim: MarkClaim };

/**
 * The selection's toolbar, marking into the text that is shown: the answer brings the new claim, and no page is read
 * again for it. Other pages that the browser has kept are, once this one is left.
 */
export function MarkingTools({ versionId, markClaim }: Props) {
  const store = useClaimStore();
  const claims = useClaims();
  const router = useRouter();
  const marked = useRef(false);
  const mark = useCallback(
    async (request: MarkRequest): Promise<MarkAnswer> => {
      const answer = await markClaim(request);
      if (answer.ok) {
        marked.current = true;
        if (!answer.existed || !store.has(answer.claimId)) store.put(answer.claim);
      }
      return answer;
    },
    [markClaim, store],
  );
  useEffect(
    () => () => {
      if (marked.current) router.refresh();
    },
    [router],
  );
  return <SelectionToolbar articleId={store.articleId} versionId={versionId} claims={claims} markClaim={mark} />;
}
