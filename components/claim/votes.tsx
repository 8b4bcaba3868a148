import { Icon } from "#components/ui/icon.tsx";
import { SuggestedWords } from "#components/verdict/suggestions.tsx";
import type { MemberView } from "#lib/domain/member-view.ts";
import { isBallot, quorumWords } from "#lib/domain/quorum.ts";
import type { Decision } from "#lib/domain/review.ts";
import { outcomeOf } from "#lib/domain/review.ts";
import type { ClaimView, ReviewView, RevisionView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; latest: RevisionView; me: MemberView };

/** Each person's decision on the latest revision, what they said in full, the reader's own row last. */
export function Votes({ claim, latest, me }: Props) {
  const approvals = latest.reviews.filter((review) => review.decision === "approve").length;
  const own = latest.reviews.filter((review) => review.reviewer.id === me.id);
  const others = latest.reviews.filter((review) => review.reviewer.id !== me.id);
  const waits = claim.may.review && own.every((review) => review.decision === "comment");
  return (
    <section className="sec">
      <h2>
        Votes on revision {latest.number} <small>{quorumWords(claim.quorum)}</small>
      </h2>
      {latest.reviews.length === 0 && !waits && <p className="faint">Nobody has voted yet.</p>}
      <ul className="votes">
        {[...others, ...own].map((review) => (
          <Vote key={review.id} {...{ claim, review }} revision={latest} isMine={review.reviewer.id === me.id} />
        ))}
        {waits && (
          <li>
            <span className="who" aria-hidden="true">
              {initials(me.name)}
            </span>
            <b>You</b>
            <span className="dec wait">
              {approvals + 1 >= claim.quorum.needed ? "your vote decides" : "not voted yet"}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

type VoteProps = { claim: ClaimView; revision: RevisionView; review: ReviewView; isMine: boolean };

function Vote({ claim, revision, review, isMine }: VoteProps) {
  const carried = claim.state === "approved" || claim.state === "published";
  const dissents =
    review.decision === "return" && (carried || outcomeOf(revision.reviews, claim.quorum) === "approved");
  return (
    <li>
      <span className="who" aria-hidden="true">
        {initials(review.reviewer.name)}
      </span>
      <b>{isMine ? "You" : <bdi>{review.reviewer.name}</bdi>}</b>
      <DecisionWord {...{ dissents, isMine }} decision={review.decision} ballot={isBallot(claim.quorum)} />
      {review.comment !== "" && (
        <p className="say" dir="auto">
          {review.comment}
        </p>
      )}
      <SuggestedWords revision={revision} review={review} />
    </li>
  );
}

type WordProps = { decision: Decision; isMine: boolean; ballot?: boolean; dissents?: boolean };

/** A decision as sign and word; a vote against that others outvoted is dissent. */
export function DecisionWord({ decision, isMine, ballot = false, dissents = false }: WordProps) {
  const s = isMine ? "" : "s";
  if (decision === "approve") {
    return (
      <span className="dec yes">
        <Icon name="check" /> {ballot ? `Vote${s} for` : `Approve${s}`}
      </span>
    );
  }
  if (decision === "return") {
    return (
      <span className="dec back">
        <Icon name="back" /> {ballot || dissents ? `Vote${s} against` : `Return${s}`}
        {dissents && ", dissent"}
      </span>
    );
  }
  return <span className="dec wait">{`Comment${s}`}</span>;
}

function initials(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => [...word].slice(0, 1));
  return letters.length < 2 ? letters.join("") : `${letters[0]}${letters.at(-1)}`;
}
