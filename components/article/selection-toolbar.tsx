"use client";

import { useMemo } from "react";
import type { MarkClaim } from "#components/article/mark-claim.ts";
import { usePlacing } from "#components/article/placing-context.ts";
import { useMarking } from "#components/article/use-marking.ts";
import { usePlacement } from "#components/article/use-placement.ts";
import { WordsToolbar, type WordsUse } from "#components/article/words-toolbar.tsx";
import type { MarkedSpan } from "#lib/domain/fragments.ts";

type Props = {
  articleId: string;
  versionId: string;
  claims: readonly (MarkedSpan & { readonly number: number })[];
  markClaim: MarkClaim;
};

const tooLong = "That is more than one claim can hold. Select at most about 1,500 words.";

/** In placing mode the chosen words become the claim's; otherwise a claim of their own. */
export function SelectionToolbar({ articleId, versionId, claims, markClaim }: Props) {
  const placing = usePlacing();
  const marking = useMarking({ articleId, versionId, claims, markClaim });
  const placement = usePlacement(versionId);
  const claim = placing.kind === "open" ? placing.claim : null;
  const { act, busy } = claim === null ? marking : placement;
  const label = claim === null ? "Mark claim" : `Place claim ${claim.number} here`;
  const uses: readonly WordsUse[] = useMemo(
    () => [{ label, letter: "c", act: (span) => void act(span) }],
    [label, act],
  );
  return (
    <WordsToolbar
      uses={uses}
      tooLong={tooLong}
      isOffered={claim !== null || placing.kind === "off"}
      busy={busy}
      drawnWith={claims}
    />
  );
}
