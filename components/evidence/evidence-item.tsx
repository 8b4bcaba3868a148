import type { ReactNode } from "react";
import { CaptureStatus } from "#components/capture/capture-status.tsx";
import { PassageInContext } from "#components/capture/passage-in-context.tsx";
import { CalculationSteps } from "#components/evidence/calculation-steps.tsx";
import type { OriginNote } from "#components/evidence/origins.ts";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import { followable } from "#components/evidence/web-address.ts";
import { DiscussEvidence } from "#components/thread/discuss-evidence.tsx";
import { Day } from "#components/ui/time.tsx";
import { evidenceKindWords } from "#lib/domain/evidence.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

type Props = {
  claimId: string;
  evidence: EvidenceView;
  number: number;
  /** Where it shares an origin or has a named one. */
  origin: OriginNote | undefined;
  /** What can be done while no copy is kept. */
  keep?: ReactNode;
  /** Buttons at the end of the last line. */
  children?: ReactNode;
};

/** One piece of evidence: what it does, what it is, the passage in its place, which copy is kept, and who linked it. */
export function EvidenceItem({ claimId, evidence, number, origin, keep, children }: Props) {
  const { source, linkedBy, editedBy } = evidence;
  const link = followable(source.address);
  return (
    <div className="ev" data-sc={evidence.stance} id={`evidence-${evidence.id}`}>
      <span className="num">{number}</span>
      <div className="head">
        <StanceMark stance={evidence.stance} />
        <span>{evidenceKindWords[evidence.kind]}</span>
        {origin !== undefined && <Origin {...origin} />}
      </div>
      <div className="src">
        <bdi>{sourceName(source)}</bdi> <SourceAbout source={source} locator={evidence.locator} />
      </div>
      {evidence.confidential && (
        <p className="secret">
          Confidential. In reports: <bdi>{evidence.publicAs || "a source known to the desk"}</bdi>
        </p>
      )}
      <PassageInContext evidence={evidence} />
      {evidence.calculation.length > 0 && <CalculationSteps steps={evidence.calculation} />}
      {evidence.note !== "" && (
        <p className="remark" dir="auto">
          {evidence.note}
        </p>
      )}
      <div className="cap">
        <CaptureStatus claimId={claimId} evidence={evidence}>
          {keep}
        </CaptureStatus>
        {link !== null && (
          <span className="does">
            <a className="link" href={link} target="_blank" rel="noreferrer noopener">
              Open source<span className="vh"> (new tab)</span>
            </a>
          </span>
        )}
      </div>
      <SaysNow evidence={evidence} />
      <div className="cap">
        <span>
          Read on <Day iso={evidence.accessedOn} />, linked by <bdi>{linkedBy.name}</bdi>
          {editedBy.id !== linkedBy.id && (
            <>
              , edited by <bdi>{editedBy.name}</bdi>
            </>
          )}
        </span>
        {evidence.isNew && <span className="fresh">New since the verdict</span>}
        {children !== undefined && <span className="does">{children}</span>}
        <DiscussEvidence evidence={evidence} />
      </div>
    </div>
  );
}

/** What stands in the passage's place at the source by now, where watching saw that. */
function SaysNow({ evidence: { watch } }: Pick<Props, "evidence">) {
  if (watch === null || watch.now === "" || watch.passage === "found") return null;
  return (
    <p className="nowsays">
      At the source now: <q dir="auto">{watch.now}</q>
    </p>
  );
}

function Origin({ label, oneWith }: OriginNote) {
  return (
    <span className="og">
      {label === null ? sourceShared(oneWith) : <>Origin {<bdi>{label}</bdi>}</>}
      {(oneWith !== null || label === null) && ", counts once"}
    </span>
  );
}

/** The first piece of a source and those after it are one origin without a name. */
function sourceShared(oneWith: number | null): string {
  return oneWith === null ? "Source cited more than once" : `Same source as evidence ${oneWith}`;
}
