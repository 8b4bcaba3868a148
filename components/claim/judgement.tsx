import { Votes } from "#components/claim/votes.tsx";
import { WhatChanged } from "#components/claim/what-changed.tsx";
import { DiscussButton } from "#components/thread/discuss-button.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Day, Moment } from "#components/ui/time.tsx";
import { SuggestedWording } from "#components/verdict/suggested-wording.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { claimStateWords } from "#lib/domain/claim.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { contributionWords } from "#lib/domain/review.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** The latest verdict, what changed since the one before, who worked on it, and how it was voted on. */
export function Judgement({ claim, me }: { claim: ClaimView; me: MemberView }) {
  const [latest, previous] = claim.revisions;
  if (latest === undefined) return <p className="barred">No verdict has been proposed on this claim yet.</p>;
  return (
    <>
      <div className="crumb tight">
        <StateMark state={claim.state} label={`${claimStateWords[claim.state]}, revision ${latest.number}`} />
        <span>
          by <bdi>{latest.author.name}</bdi>, <Moment iso={latest.at} />
        </span>
      </div>
      <p className="bigv" id={`revision-${latest.id}`}>
        <VerdictMark rating={latest.rating} stale={claim.state === "stale"} />
      </p>
      <p className="rat" dir="auto">
        {latest.rationale}
      </p>
      <p className="aside mt-2">
        As of <Day iso={latest.asOf} />. <DiscussButton anchor="verdict" anchorId={latest.id} />
      </p>
      <SuggestedWording revision={latest} />
      {previous !== undefined && <WhatChanged claim={claim} latest={latest} previous={previous} />}
      <WhoWorked claim={claim} />
      <Votes claim={claim} latest={latest} me={me} />
    </>
  );
}

function WhoWorked({ claim }: { claim: ClaimView }) {
  return (
    <section className="sec">
      <h2>
        Who worked on it <small>and so cannot review it</small>
      </h2>
      <dl className="contrib">
        {claim.contributors.map((person) => (
          <div key={person.memberId} className="contents">
            <dt>
              <bdi>{person.name}</bdi>
            </dt>
            <dd>{person.kinds.map((kind) => contributionWords[kind]).join(", ")}</dd>
          </div>
        ))}
      </dl>
      {claim.may.review && <p className="aside mt-2">You have changed nothing here, so you may vote.</p>}
    </section>
  );
}
