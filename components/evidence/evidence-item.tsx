import type { ReactNode } from "react";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import { followable } from "#components/evidence/web-address.ts";
import { Day } from "#components/ui/time.tsx";
import { evidenceKindWords } from "#lib/domain/evidence.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

type Props = {
  evidence: EvidenceView;
  number: number;
  /** An earlier piece has the same origin. */
  countsOnce: boolean;
  /** Buttons at the end of the last line. */
  children?: ReactNode;
};

/** One piece of evidence: what it does, what it is, the passage, and who linked it. */
export function EvidenceItem({ evidence, number, countsOnce, children }: Props) {
  const { source, linkedBy, editedBy } = evidence;
  const link = followable(source.address);
  return (
    <li className="ev" data-sc={evidence.stance} id={`evidence-${evidence.id}`}>
      <span className="num">{number}</span>
      <div className="head">
        <StanceMark stance={evidence.stance} />
        <span>{evidenceKindWords[evidence.kind]}</span>
        {evidence.originLabel !== null && (
          <span className="og">
            Origin <bdi>{evidence.originLabel}</bdi>
            {countsOnce && ", counts once"}
          </span>
        )}
      </div>
      <div className="src">
        <bdi>{sourceName(source)}</bdi> <SourceAbout source={source} locator={evidence.locator} />
      </div>
      {evidence.passage !== "" && <blockquote dir="auto">{evidence.passage}</blockquote>}
      {evidence.note !== "" && (
        <p className="remark" dir="auto">
          {evidence.note}
        </p>
      )}
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
        <span className="does">
          {link !== null && (
            <a className="link" href={link} target="_blank" rel="noreferrer noopener">
              Open source<span className="vh"> (new tab)</span>
            </a>
          )}
          {children}
        </span>
      </div>
    </li>
  );
}
