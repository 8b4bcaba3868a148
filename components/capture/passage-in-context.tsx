import Link from "next/link";
import { captureHref } from "#components/capture/capture-href.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

type Props = { claimId: string; evidence: Pick<EvidenceView, "id" | "passage" | "context" | "capture" | "watch"> };

/**
 * The passage that evidence relies on, between the words around it in the kept copy, with a way to its place there;
 * what stands in that place at the source by now, where watching saw that. Nothing where no passage was written.
 */
export function PassageInContext({ claimId, evidence: { id, passage, context, capture, watch } }: Props) {
  if (passage === "") return null;
  const at = capture?.span?.start;
  const { before, after } = context ?? { before: "", after: "" };
  const isCut = at !== undefined && before.length < at;
  return (
    <>
      <blockquote className="incontext" dir="auto">
        {before === "" ? null : <span className="around">{isCut ? `… ${before.trimStart()}` : before}</span>}
        {context === null ? passage : <mark className="relied">{passage}</mark>}
        {after === "" ? null : <span className="around">{`${after.trimEnd()} …`}</span>}
      </blockquote>
      {capture === null || at === undefined ? null : (
        <p className="place">
          <Link className="link" href={captureHref(capture.id, { claimId, evidenceId: id, at })} prefetch={false}>
            Read it in the kept copy
          </Link>
        </p>
      )}
      {watch === null || watch.now === "" || watch.passage === "found" ? null : (
        <p className="nowsays">
          At the source now: <q dir="auto">{watch.now}</q>
        </p>
      )}
    </>
  );
}
