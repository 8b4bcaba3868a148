import { Icon } from "#components/ui/icon.tsx";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { Decision } from "#lib/domain/review.ts";
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
        Votes on revision {latest.number} <small>{neededWords(claim.quorum.needed)}</small>
      </h2>
      {latest.reviews.length === 0 && !waits && <p className="faint">Nobody has voted yet.</p>}
      <ul className="votes">
        {[...others, ...own].map((review) => (
          <Vote key={review.id} review={review} isMine={review.reviewer.id === me.id} />
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

function Vote({ review, isMine }: { review: ReviewView; isMine: boolean }) {
  return (
    <li>
      <span className="who" aria-hidden="true">
        {initials(review.reviewer.name)}
      </span>
      <b>{isMine ? "You" : <bdi>{review.reviewer.name}</bdi>}</b>
      <DecisionWord decision={review.decision} isMine={isMine} />
      {review.comment !== "" && (
        <p className="say" dir="auto">
          {review.comment}
        </p>
      )}
    </li>
  );
}

/** A decision as sign and word. */
export function DecisionWord({ decision, isMine }: { decision: Decision; isMine: boolean }) {
  const word = { approve: "Approve", return: "Return", comment: "Comment" }[decision];
  const shown = isMine ? word : `${word}s`;
  if (decision === "approve") {
    return (
      <span className="dec yes">
        <Icon name="check" /> {shown}
      </span>
    );
  }
  if (decision === "return") {
    return (
      <span className="dec back">
        <Icon name="back" /> {shown}
      </span>
    );
  }
  return <span className="dec wait">{shown}</span>;
}

function neededWords(needed: number): string {
  return needed === 1 ? "one approval lets it stand" : `${needed} approvals let it stand`;
}

function initials(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => [...word].slice(0, 1));
  return letters.length < 2 ? letters.join("") : `${letters[0]}${letters.at(-1)}`;
}
