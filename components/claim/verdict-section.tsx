"use client";

import Link from "next/link";
import { useState } from "react";
import { ReviewComments } from "#components/claim/returned-note.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { GatesSection } from "#components/verdict/gates-section.tsx";
import { Suggestions } from "#components/verdict/suggestions.tsx";
import { VerdictForm } from "#components/verdict/verdict-form.tsx";
import { VerdictSummary } from "#components/verdict/verdict-summary.tsx";
import { canPropose, hasStandingVerdict } from "#lib/domain/claim.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import { isBallot } from "#lib/domain/quorum.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  overrideGate: FormAction;
  today: string;
  onNeedStatement: () => void;
};

/**
 * The latest verdict, where it stands, and the form for the next one; while one stands, that is folded away. What has to
 * be there before the next step stands above it.
 */
export function VerdictSection({ claim, action, overrideGate, today, onNeedStatement }: Props) {
  const [again, setAgain] = useState(claim.drafts.verdict !== undefined);
  const latest = claim.revisions[0];
  const standing = hasStandingVerdict(claim.state);
  const unplaced = claim.placement.needsPlacing && claim.state !== "withdrawn";
  const may = claim.may.propose && canPropose(claim.state) && !unplaced;
  const writes = may && (!standing || again);
  const gates =
    writes || claim.state === "withdrawn" ? null : (
      <GatesSection claim={claim} action={overrideGate} leads={claim.may.edit} />
    );
  if (latest === undefined && !may) {
    return (
      <>
        {gates}
        <section className="sec" aria-label="Verdict">
          <h2>Verdict</h2>
          <p className="faint">{unplaced ? `No verdict yet. ${placeFirst}` : "No verdict yet."}</p>
        </section>
      </>
    );
  }
  const head = (
    <>
      <h2>
        Verdict <small>{standingWords(claim)}</small>
        {claim.state === "proposed" && (
          <span className="sech-end">
            <Link className="link" href={`/review/${claim.id}`} prefetch={false}>
              Open the review
            </Link>
          </span>
        )}
      </h2>
      {latest !== undefined && (
        <div className={writes ? "mb-5" : ""}>
          <VerdictSummary revision={latest} stale={claim.state === "stale"} isFolded={writes} />
          <ReviewComments claim={claim} />
        </div>
      )}
    </>
  );
  if (writes) {
    return (
      <Opened key={latest?.id} name="verdict">
        <VerdictForm {...{ claim, action, overrideGate, today, onNeedStatement }}>{head}</VerdictForm>
      </Opened>
    );
  }
  return (
    <>
      {gates}
      <section className="sec" aria-label="Verdict">
        {head}
        {latest !== undefined && <Suggestions revision={latest} onTake={null} />}
        {unplaced && claim.may.edit && <p className="soft mt-3">{placeFirst}</p>}
        {may && (
          <div className="acts">
            <Opener name="verdict" className="btn" onClick={() => setAgain(true)}>
              Propose a new revision
            </Opener>
            <span className="why">It replaces this one, and votes on it lapse.</span>
          </div>
        )}
      </section>
    </>
  );
}

const placeFirst = "Decide on its words first: a verdict rests on them.";

function standingWords(claim: ClaimView): string {
  const approvals = claim.revisions[0]?.reviews.filter((review) => review.decision === "approve").length ?? 0;
  if (claim.state === "stale") return "no longer stands";
  if (claim.state === "returned") return "came back";
  if (claim.state === "approved" || claim.state === "published") return "reviewed, it stands";
  if (claim.state === "proposed") return `under review, ${votesWords(claim, approvals)}`;
  return "";
}

function votesWords({ quorum, revisions }: ClaimView, approvals: number): string {
  if (!isBallot(quorum))
    return quorum.needed === 1 ? "one approval lets it stand" : `${approvals} of ${quorum.needed} approvals`;
  const votes = revisions[0]?.reviews.filter((review) => review.decision !== "comment").length ?? 0;
  return `${votes} of ${quorum.voters} votes, ${approvals} for it; ${quorum.needed} carry`;
}
