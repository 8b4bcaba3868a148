"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ChosenBar } from "#components/placing/chosen-bar.tsx";
import { answeredOf, leaveForText } from "#components/placing/left-for-text.ts";
import type { PlacingActions } from "#components/placing/placing-actions.ts";
import { PlacingItem } from "#components/placing/placing-item.tsx";
import { usePlacingKeys } from "#components/placing/placing-keys.ts";
import { PlacingKeysDialog } from "#components/placing/placing-keys-dialog.tsx";
import { useFocusAfter } from "#components/placing/use-focus-after.ts";
import { WithdrawDialog } from "#components/placing/withdraw-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { claimsWords } from "#lib/domain/plan.ts";
import type { PlacingPage, PlacingRow } from "#lib/domain/version-views.ts";

const mendOne = "“Choose other words” in its panel changes it.";
const mendMany = "“Choose other words” in a claim’s panel changes it.";

type Props = { page: PlacingPage; actions: PlacingActions; isFirst: boolean };

/** The rows, which of them are chosen, and what is done with those. After the last one it goes back to the article. */
export function PlacingList({ page, actions, isFirst }: Props) {
  const { articleId, version, rows, may, counts } = page;
  const router = useRouter();
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [withdrawing, setWithdrawing] = useState<readonly PlacingRow[]>([]);
  const [asking, setAsking] = useState(false);
  const hadRows = useRef(rows.length > 0);
  const answered = useFocusAfter(rows);
  const total = counts.changed + counts.ambiguous + counts.lost;
  const chosen = rows.filter((row) => chosenIds.has(row.claimId));
  const mayAnswer = may.place || may.withdraw;

  useEffect(() => {
    if (rows.length > 0 || !hadRows.current) return;
    hadRows.current = false;
    if (total > 0) router.replace(`/articles/${articleId}/placing`);
    else {
      showToast("Every claim has its place.");
      router.push(`/articles/${articleId}`);
    }
  }, [rows, total, articleId, router]);

  const toggle = (ids: readonly string[], on: boolean) => {
    setChosenIds((before) => {
      const next = new Set(before);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  };
  const done = (ids: readonly string[]) => {
    answered(answeredOf(rows, ids));
    toggle(ids, false);
    setWithdrawing([]);
  };
  const placed = (ids: readonly string[]) => {
    const which = rows.filter((row) => ids.includes(row.claimId));
    const [first] = which;
    if (which.length === 1 && first) showToast(`Claim ${first.number} has its place. ${mendOne}`);
    else showToast(`${claimsWords(which.length)} confirmed. ${mendMany}`);
    done(ids);
  };
  usePlacingKeys({
    toggle: (id) => toggle([id], !chosenIds.has(id)),
    withdraw: (id) => setWithdrawing(chosen.length > 0 ? chosen : rows.filter((row) => row.claimId === id)),
    clear: () => setChosenIds(new Set()),
    chosen: chosen.length,
    ask: () => setAsking(true),
    may,
  });

  if (total === 0) return <NothingToPlace articleId={articleId} />;
  return (
    <>
      {mayAnswer && rows.length > 1 && (
        <p className="plall">
          <label className="tick">
            <input
              type="checkbox"
              checked={chosen.length === rows.length}
              onChange={(event) =>
                toggle(
                  rows.map((row) => row.claimId),
                  event.target.checked,
                )
              }
            />
            <span>
              {isFirst && page.next === null ? `Choose all ${rows.length}` : `Choose all ${rows.length} here`}
            </span>
          </label>
        </p>
      )}
      <ol className="plrows">
        {rows.map((row) => (
          <PlacingItem
            key={row.claimId}
            {...{ row, articleId, version, may, actions }}
            done={placed}
            onLeave={() => leaveForText(answeredOf(rows, [row.claimId]))}
            isChosen={chosenIds.has(row.claimId)}
            alike={row.sameChange === null ? [] : rows.filter((other) => other.sameChange === row.sameChange)}
            onChoose={toggle}
            onWithdraw={() => setWithdrawing([row])}
          />
        ))}
      </ol>
      <ChosenBar
        {...{ chosen, articleId, version, may }}
        done={placed}
        action={actions.confirm}
        onWithdraw={() => setWithdrawing(chosen)}
        onClear={() => setChosenIds(new Set())}
      />
      <WithdrawDialog
        {...{ articleId, version, done }}
        rows={withdrawing}
        action={actions.withdraw}
        onClose={() => setWithdrawing([])}
      />
      <PlacingKeysDialog open={asking} onClose={() => setAsking(false)} may={may} />
    </>
  );
}

function NothingToPlace({ articleId }: { articleId: string }) {
  return (
    <EmptyState
      sentence="Every claim has its place."
      next="No words of a claim changed in the present version without somebody having looked at them."
      action={
        <Link className="btn go" href={`/articles/${articleId}`} prefetch={false}>
          Back to the article
        </Link>
      }
    />
  );
}
