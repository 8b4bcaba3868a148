"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import type { LetStandAction, LetStandAnswer } from "#components/surroundings/let-stand-request.ts";
import { LetStandResults } from "#components/surroundings/let-stand-results.tsx";
import { SurroundingsItem } from "#components/surroundings/surroundings-item.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PagesNav } from "#components/ui/pages-nav.tsx";
import { mostLetStand, type SurroundingsPage } from "#lib/domain/let-stand.ts";

type Props = { page: SurroundingsPage; standAgain: LetStandAction; isFirst: boolean };

/** Verdicts that lapsed only because the text around their words changed, to be read and let stand. A page's `main`. */
export function SurroundingsList({ page, standAgain, isFirst }: Props) {
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [answer, setAnswer] = useState<LetStandAnswer | null>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, startTransition] = useTransition();
  const open = page.rows.filter((row) => row.barredBy === null);
  const chosen = open.filter((row) => chosenIds.has(row.claimId));
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosenIds((before) => {
      const next = new Set(before);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  const send = () => {
    if (busy || chosen.length === 0) return;
    const verdicts = chosen.map(({ claimId, revisionId, basisDigest }) => ({ claimId, revisionId, basisDigest }));
    startTransition(async () => {
      let next: LetStandAnswer;
      try {
        next = await standAgain({ verdicts });
      } catch {
        // The connection was lost on the way: sent again, those that stand already say so.
        next = { ok: false, sentence: "Not connected. Your choice is kept here; try again." };
      }
      setNames(new Map(chosen.map((row) => [row.claimId, row.statement || row.quote])));
      setAnswer(next);
      if (next.ok) setChosenIds(new Set());
    });
  };
  return (
    <main className="wrap surroundings" id="main">
      <p className="crumb">
        <Link className="link" href="/queue?view=stale">
          Queue, stale
        </Link>
      </p>
      <div className="phead">
        <h1>Only the surroundings changed</h1>
      </div>
      <p className="soft">
        The words of these claims, their statement and their evidence are what the verdict was given on; the text around
        the words is not. Read what changed. Where the verdict is still right, let it stand again with your approval.
      </p>
      <LetStandResults answer={answer} names={names} />
      {page.rows.length === 0 ? (
        <EmptyState sentence="Nothing to let stand." next="No verdict here lapsed for its surroundings alone." />
      ) : (
        <>
          {open.length > 1 && (
            <p className="plall">
              <label className="tick">
                <input
                  type="checkbox"
                  checked={chosen.length === open.length}
                  onChange={(event) =>
                    toggle(
                      open.map((row) => row.claimId),
                      event.target.checked,
                    )
                  }
                />{" "}
                All {open.length} shown
              </label>
            </p>
          )}
          <ol className="plrows">
            {page.rows.map((row) => (
              <SurroundingsItem
                key={row.claimId}
                row={row}
                chosen={chosenIds.has(row.claimId)}
                onChoose={(on) => toggle([row.claimId], on)}
              />
            ))}
          </ol>
          {open.length > 0 && (
            <section className="chosenbar" aria-label="Chosen verdicts">
              <Button variant="go" busy={busy} aria-disabled={chosen.length === 0 || undefined} onClick={send}>
                {chosen.length === 1 ? "Let 1 verdict stand" : `Let ${chosen.length} verdicts stand`}
              </Button>
              <span className="why">
                {chosen.length === 0
                  ? `Choose verdicts first, at most ${mostLetStand} at once.`
                  : "Your name stands under each of them."}
              </span>
            </section>
          )}
        </>
      )}
      <PagesNav
        first={isFirst ? null : "/queue/surroundings"}
        next={page.next === null ? null : `/queue/surroundings?after=${page.next}`}
      />
    </main>
  );
}
