import Link from "next/link";
import type { ReactNode } from "react";
import { captureHref } from "#components/capture/capture-href.ts";
import { ShortDigest } from "#components/capture/digest.tsx";
import { WatchLine } from "#components/capture/watch-line.tsx";
import { Day } from "#components/ui/time.tsx";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

type Props = {
  claimId: string;
  evidence: Pick<EvidenceView, "id" | "capture" | "watch">;
  /** What can be done while there is no copy, such as keeping one. */
  children?: ReactNode;
};

/** The third line of a piece of evidence: which copy of its source is kept, and what watching found since. */
export function CaptureStatus({ claimId, evidence: { id, capture, watch }, children }: Props) {
  return (
    <div className="kept">
      {capture === null ? (
        <span>Not kept yet</span>
      ) : (
        <Link
          className="link"
          href={captureHref(capture.id, { claimId, evidenceId: id, at: capture.span?.start })}
          prefetch={false}
        >
          Kept <Day iso={capture.obtainedAt} />, <ShortDigest sha256={capture.sha256} />
        </Link>
      )}
      {capture === null ? children : null}
      {watch === null ? null : <WatchLine watch={watch} />}
    </div>
  );
}
