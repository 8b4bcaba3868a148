"use client";

import Link from "next/link";
import { Offer, OldWords } from "#components/placing/place-words.tsx";
import { type PlacingActions, placeHrefFromList } from "#components/placing/placing-actions.ts";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Form } from "#components/ui/form.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { typographicFold } from "#lib/domain/fold.ts";
import { placementWords } from "#lib/domain/placement.ts";
import type { PlacingPage, PlacingRow } from "#lib/domain/version-views.ts";

type Props = {
  row: PlacingRow;
  articleId: string;
  version: PlacingPage["version"];
  may: PlacingPage["may"];
  actions: PlacingActions;
  isChosen: boolean;
  /** Rows that changed in the same way, this one among them; empty where none is like it. */
  alike: readonly PlacingRow[];
  onChoose: (ids: readonly string[], on: boolean) => void;
  onWithdraw: () => void;
  /** It is left for the text, to choose its words there. */
  onLeave: () => void;
  done: (ids: readonly string[]) => void;
};

/** One claim: what it says, its words as they were, what the present version offers, and the answers. */
export function PlacingItem({ row, articleId, version, may, actions, ...props }: Props) {
  const { claimId, number, kind } = row;
  const { isChosen, alike, onChoose, onWithdraw, onLeave, done } = props;
  return (
    <li id={`claim-${number}`} data-claim={claimId} data-chosen={isChosen || undefined}>
      <div className="plhead">
        {(may.place || may.withdraw) && (
          <label className="tick">
            <input
              type="checkbox"
              aria-label={`Choose claim ${number}`}
              checked={isChosen}
              onChange={(event) => onChoose([claimId], event.target.checked)}
            />
          </label>
        )}
        <h2>
          <span className="num">
            <span className="vh">Claim </span>
            {number}
          </span>
          <Link className="s" href={`/articles/${articleId}/claims/${claimId}`} prefetch={false}>
            <bdi>{row.statement || row.before.quote || row.offered?.quote || "No words"}</bdi>
          </Link>
        </h2>
        <p className="plstate">
          <PlacingMark label={whatBecame(row)} />
          <StateMark state={row.state} />
        </p>
      </div>
      <div className="plcols">
        <OldWords row={row} />
        <Offer {...{ row, articleId, version, may, onLeave, done }} action={actions.placeHere} />
      </div>
      <div className="acts">
        {may.place && row.offered !== null && (
          <Form
            action={actions.confirm}
            className="confirm"
            label={`Confirm the words of claim ${number}`}
            hidden={{ articleId, versionId: version.id, claimIds: claimId }}
            onSaved={() => done([claimId])}
          >
            <SubmitButton variant="plain">Confirm these words</SubmitButton>
          </Form>
        )}
        {may.place && (
          <Link className="btn" href={placeHrefFromList(articleId, claimId)} prefetch={false} onClick={onLeave}>
            {kind === "lost" ? "Choose words in the text" : "Choose other words"}
          </Link>
        )}
        {may.withdraw && (
          <Button onClick={onWithdraw}>
            Withdraw<span className="vh"> claim {number}</span>
          </Button>
        )}
        {alike.length > 1 && (may.place || may.withdraw) && (
          <Button
            variant="bare"
            onClick={() =>
              onChoose(
                alike.map((other) => other.claimId),
                true,
              )
            }
          >
            Choose all {alike.length} that {kind === "lost" ? "are gone from here" : "changed the same way"}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The same words can need placing too: where nothing says that it is the same passage. */
function whatBecame({ kind, before, offered, candidates, confidence }: PlacingRow): string {
  if (kind === "ambiguous" && candidates.length === 1) return "Same words, other surroundings";
  if (kind === "lost" && before.versionNumber === null) return "Not in the text";
  if (kind !== "changed" || offered === null) return placementWords[kind];
  if (before.quote === "") return "A position alone";
  if (typographicFold(before.quote) === typographicFold(offered.quote)) return "Same words, elsewhere";
  return `${placementWords.changed}, ${Math.round(confidence * 100)} % alike`;
}
