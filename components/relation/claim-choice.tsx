import Link from "next/link";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { RelatedChoice } from "#lib/domain/relation.ts";

/** A claim of the desk in two lines: what it says, and where it stands. */
export function ClaimChoice({ choice }: { choice: RelatedChoice }) {
  return (
    <div>
      <p>
        <Link className="link" href={`/articles/${choice.articleId}/claims/${choice.id}`} prefetch={false}>
          Claim {choice.number} of <bdi>{choice.articleTitle}</bdi>
        </Link>{" "}
        {choice.state !== null && <StateMark state={choice.state} />}
        {choice.verdict !== null && <span className="faint"> {choice.verdict}</span>}
      </p>
      <p className="serif" dir="auto">
        {choice.statement || choice.quote}
      </p>
    </div>
  );
}
