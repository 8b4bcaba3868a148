"use client";

import { DiscussButton } from "#components/thread/discuss-button.tsx";
import { useThreads } from "#components/thread/thread-context.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

/** The ways to the discussions of a piece of evidence and of its passage. */
export function DiscussEvidence({ evidence: { id, passage } }: { evidence: EvidenceView }) {
  if (useThreads() === null) return null;
  return (
    <span className="does discuss">
      <DiscussButton anchor="evidence" anchorId={id} />
      {passage !== "" && <DiscussButton anchor="passage" anchorId={id} words="Discuss passage" />}
    </span>
  );
}
