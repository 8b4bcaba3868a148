"use client";

import { useState } from "react";
import { Moment } from "#components/ui/time.tsx";
import type { HistoryLine } from "#lib/domain/views.ts";

/**
 * What others did since the reader last looked. What it once showed stays while the page is open, for a page that is
 * read again has been seen; what happens meanwhile comes to it. Give it the claim's id as its key.
 */
export function SinceSeen({ lines }: { lines: readonly HistoryLine[] }) {
  const [kept, setKept] = useState(lines);
  const fresh = lines.filter((line) => kept.every((known) => known.seq !== line.seq));
  if (fresh.length > 0) setKept([...kept, ...fresh]);
  if (kept.length === 0) return null;
  return (
    <section className="sinceseen" aria-label="Since you last looked">
      <p>Since you last looked</p>
      <ol className="lines">
        {kept.map((line) => (
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
    </section>
  );
}
