"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EvidenceActions } from "#components/evidence/evidence-actions.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** A page shows so many at most; who needs one further down finds it by moving it up or by its source. */
const most = 1000;

/** A claim's evidence as far as it was loaded: what the page came with, and more when somebody asks. */
export function useMoreEvidence(claim: ClaimView, more: EvidenceActions["more"]) {
  const [rest, setRest] = useState<readonly EvidenceView[]>([]);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const wanted = useRef(0);

  const load = useCallback(
    async (upTo: number) => {
      setLoading(true);
      const read: EvidenceView[] = [];
      const first = claim.evidence.length;
      let isMore = claim.evidenceCount > first;
      let whole = true;
      while (isMore && whole && read.length < upTo) {
        const next = await answerOf(more(claim.id, first + read.length));
        whole = next !== null;
        read.push(...(next?.evidence ?? []));
        isMore = next?.more ?? false;
      }
      setFailed(!whole);
      if (whole) setRest(read);
      setLoading(false);
    },
    [claim, more],
  );
  // what was loaded before is read again when the claim changed
  useEffect(() => {
    if (wanted.current > 0) void load(wanted.current);
  }, [load]);
  const loadMore = () => {
    wanted.current = rest.length + 100;
    void load(wanted.current);
  };

  const pieces = useMemo(() => {
    const onPage = new Set(claim.evidence.map((item) => item.id));
    return [...claim.evidence, ...rest.filter((item) => !onPage.has(item.id))];
  }, [claim.evidence, rest]);
  const left = claim.evidenceCount - pieces.length;
  return { pieces, left, canLoad: left > 0 && pieces.length < most, loading, failed, loadMore };
}

async function answerOf<Answer>(asked: Promise<Answer | null>): Promise<Answer | null> {
  try {
    return await asked;
  } catch {
    // Not connected: what is there stays, and the button says that it did not work.
    return null;
  }
}
