import { Moment } from "#components/ui/time.tsx";
import type { ClaimView } from "#lib/domain/views.ts";

/** What the reviewer who sent the verdict back wants changed. */
export function ReturnedNote({ claim }: { claim: ClaimView }) {
  const latest = claim.revisions[0];
  const returns = latest?.reviews.filter((review) => review.decision === "return") ?? [];
  if (claim.state !== "returned" || latest === undefined || returns.length === 0) return null;
  return (
    <section className="sentback" aria-label="Why it came back">
      <p>Revision {latest.number} came back.</p>
      {returns.map((review) => (
        <div key={review.id}>
          <p className="say" dir="auto">
            {review.comment}
          </p>
          <p className="aside">
            <bdi>{review.reviewer.name}</bdi>, <Moment iso={review.at} />
          </p>
        </div>
      ))}
    </section>
  );
}

/** What reviewers wrote about the latest revision without sending it back. */
export function ReviewComments({ claim }: { claim: ClaimView }) {
  const said =
    claim.revisions[0]?.reviews.filter((review) => review.decision !== "return" && review.comment !== "") ?? [];
  if (said.length === 0) return null;
  return (
    <ul className="lines">
      {said.map((review) => (
        <li key={review.id}>
          <b>
            <bdi>{review.reviewer.name}</bdi>
          </b>{" "}
          {review.decision === "approve" ? "approves: " : "comments: "}
          <bdi className="serif">{review.comment}</bdi>
        </li>
      ))}
    </ul>
  );
}
