"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Moment } from "#components/ui/time.tsx";
import type { HistoryLine } from "#lib/domain/views.ts";

/** So many lines stand open: the claim itself is to stay on the first screen. */
const atOnce = 5;

type Props = {
  claimId: string;
  /** The number of the newest line of the claim's story that the page holds. */
  upTo: string;
  /** What others did since the reader last opened the claim. */
  since: readonly HistoryLine[];
  look: (claimId: string, upTo: string) => Promise<void>;
};

/**
 * What others did since the reader last looked, as it was when the claim was opened: nothing comes to it or leaves it
 * while it is read. Opening the claim in a browser is the look, for a page is also drawn ahead of a click and drawn
 * again when a colleague changes something; those are none. Give it the claim's id as its key.
 */
export function SinceSeen({ claimId, upTo, since, look }: Props) {
  const [lines] = useState(since);
  const note = useEffectEvent(() => look(claimId, upTo));
  useEffect(() => {
    // A look that could not be noted costs nothing: the same lines are shown once more next time.
    note().catch(() => undefined);
  }, []);
  if (lines.length === 0) return null;
  return (
    <section className="sinceseen" aria-label="Since you last looked">
      <p>Since you last looked</p>
      {lines.length > atOnce && (
        <details className="tale quiet">
          <summary>{lines.length - atOnce} before these</summary>
          <Lines lines={lines.slice(0, -atOnce)} />
        </details>
      )}
      <Lines lines={lines.slice(-atOnce)} />
    </section>
  );
}

function Lines({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <ol className="lines">
      {lines.map((line) => (
        <li key={line.seq}>
          <b>
            <bdi>{line.who}</bdi>
          </b>{" "}
          <bdi>{line.sentence}</bdi>{" "}
          <span className="aside">
            <Moment iso={line.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}
