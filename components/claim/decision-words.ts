import { isBallot, type Quorum } from "#lib/domain/quorum.ts";
import type { Decision } from "#lib/domain/review.ts";

/** What a reviewer chooses between: approving and returning, or voting for and against where not every vote has to carry. */
export function decisionOptions(quorum: Quorum): { readonly value: Decision; readonly label: string }[] {
  const ballot = isBallot(quorum);
  return [
    { value: "approve", label: ballot ? "Vote for" : "Approve" },
    { value: "return", label: ballot ? "Vote against" : "Return" },
    { value: "comment", label: "Comment only" },
  ];
}

export function commentLabel(quorum: Quorum): string {
  return isBallot(quorum) ? "Comment (needed to vote against)" : "Comment (needed to return)";
}

export const commentHint = "It stays with the verdict, in the signed report that outsiders can read too.";

/** The words on the button that sends a decision on revision `number`. */
export function sendWords(decision: string, number: number, quorum: Quorum): string {
  const ballot = isBallot(quorum);
  if (decision === "approve") return ballot ? `Vote for revision ${number}` : `Approve revision ${number}`;
  if (decision === "return") return ballot ? `Vote against revision ${number}` : `Return revision ${number}`;
  return decision === "comment" ? `Comment on revision ${number}` : `Decide on revision ${number}`;
}

/** What choosing this does. */
export function consequenceWords(decision: string, quorum: Quorum): string {
  switch (decision) {
    case "approve":
      return "Your name stands under it in the report.";
    case "return":
      return isBallot(quorum)
        ? "It goes back to its author once too few can still vote for it. If it carries, the desk keeps your comment as dissent."
        : "It goes back to its author with your comment.";
    case "comment":
      return "It stays under review; this is not a vote.";
    default:
      return isBallot(quorum) ? "Vote for it, or against it and say why." : "Approve it, or say what has to change.";
  }
}

/** What somebody decided on revision `number`, said to themselves. */
export function ownDecisionWords(decision: Decision, number: number, quorum: Quorum): string {
  if (decision === "comment") return `You commented on revision ${number}.`;
  if (isBallot(quorum)) return `You voted ${decision === "approve" ? "for" : "against"} revision ${number}.`;
  return decision === "approve" ? `You approved revision ${number}.` : `You returned revision ${number}.`;
}
