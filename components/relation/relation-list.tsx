"use client";

import Link from "next/link";
import type { RelationActions } from "#components/relation/relation-actions.ts";
import { useRelating } from "#components/relation/use-relating.ts";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { RelationView } from "#lib/domain/relation.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; actions: RelationActions | null };

/** The claims that this one is tied to; without actions only to read. */
export function RelationList({ claim, actions }: Props) {
  if (claim.relations.length === 0) return null;
  return (
    <ul className="stack">
      {claim.relations.map((relation) => (
        <li key={relation.id}>
          <p>
            {tieWords(relation)}{" "}
            <Link
              className="link"
              href={`/articles/${relation.claim.articleId}/claims/${relation.claim.id}`}
              prefetch={false}
            >
              claim {relation.claim.number}
              {relation.claim.articleId !== claim.articleId && (
                <>
                  {" "}
                  of <bdi>{relation.claim.articleTitle}</bdi>
                </>
              )}
            </Link>{" "}
            {relation.claim.state !== null && <StateMark state={relation.claim.state} />}
          </p>
          {relation.claim.statement !== "" && (
            <p className="serif" dir="auto">
              {relation.claim.statement}
            </p>
          )}
          {relation.kind === "merge" && !relation.isLeading && claim.state === "withdrawn" && (
            <p className="aside">
              If you restore this claim, claim {relation.claim.number} keeps what it took over. Look at both then.
            </p>
          )}
          {relation.kind === "same" && actions !== null && <SameActs {...{ claim, relation, actions }} />}
        </li>
      ))}
    </ul>
  );
}

function SameActs({
  claim,
  relation,
  actions,
}: {
  claim: ClaimView;
  relation: RelationView;
  actions: RelationActions;
}) {
  const { id, busy, send } = useRelating(actions.share);
  const ending = useRelating(actions.end);
  const isOffered = !relation.isLeading && relation.isBehind;
  return (
    <>
      {isOffered && <p className="aside">It has a verdict that this claim has not taken over.</p>}
      {relation.isLeading && relation.isBehind && <p className="aside">It has not taken over this verdict yet.</p>}
      <p className="factacts">
        {isOffered && claim.may.propose && (
          <button
            type="button"
            className="btn"
            aria-disabled={busy || undefined}
            onClick={() => void send({ id, claimId: claim.id, rowVersion: String(claim.rowVersion) })}
          >
            Take over its verdict
          </button>
        )}
        <button
          type="button"
          className="textbtn"
          aria-disabled={ending.busy || undefined}
          aria-label={`No longer the same as claim ${relation.claim.number}`}
          onClick={() => void ending.send({ id: relation.id, claimId: claim.id })}
        >
          No longer the same
        </button>
      </p>
    </>
  );
}

function tieWords({ kind, isLeading }: RelationView): string {
  if (kind === "split") return isLeading ? "Split off this one:" : "Split off";
  if (kind === "merge") return isLeading ? "Merged into this one:" : "Merged into";
  return isLeading ? "Takes its verdict from this one:" : "The same as";
}
