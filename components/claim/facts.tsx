import type { ReactNode } from "react";
import { Day } from "#components/ui/time.tsx";
import { priorityWords } from "#lib/domain/claim.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** What the claim says, who said it when and where, and who is on it. `children` are the buttons below. */
export function Facts({ claim, children }: { claim: ClaimView; children?: ReactNode }) {
  const { statement, claimant, saidOn, saidIn } = claim.fields;
  return (
    <>
      <dl className="facts">
        <dt>Statement</dt>
        <dd>{statement === "" ? <span className="faint">Not written yet</span> : <bdi>{statement}</bdi>}</dd>
        <dt>Claimant</dt>
        <dd>{claimant === "" ? <span className="faint">Not named</span> : <bdi>{claimant}</bdi>}</dd>
        {(saidOn !== "" || saidIn !== "") && (
          <>
            <dt>Said</dt>
            <dd>
              {saidOn !== "" && <Day iso={saidOn} />}
              {saidOn !== "" && saidIn !== "" && ", "}
              {saidIn !== "" && <bdi>{saidIn}</bdi>}
            </dd>
          </>
        )}
        <dt>Assigned</dt>
        <dd>
          {claim.assignee === null ? <span className="faint">Nobody</span> : <bdi>{claim.assignee.name}</bdi>}
          {`, ${priorityWords[claim.priority].toLowerCase()} priority`}
        </dd>
        <dt>Marked by</dt>
        <dd>
          <bdi>{claim.markedBy.name}</bdi>
        </dd>
      </dl>
      {children && <div className="factacts">{children}</div>}
    </>
  );
}
