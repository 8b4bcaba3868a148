"use client";

import Link from "next/link";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { likenessWords } from "#lib/domain/same-source.ts";
import type { FoundSource, SourcePage } from "#lib/domain/source-views.ts";

type Props = {
  source: SourcePage;
  /** Begins a merge into the other one; null where the reader may not merge. */
  onMerge: ((into: FoundSource) => void) | null;
};

/** Other sources of the desk that may be this one, and why. Nothing where there are none. */
export function SimilarSources({ source, onMerge }: Props) {
  if (source.similar.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="similar">
      <h2 id="similar">Maybe the same</h2>
      <ul className="rows">
        {source.similar.map((other) => (
          <li key={other.id}>
            <div>
              <Link className="name" href={`/sources/${other.id}`} prefetch={false}>
                <bdi>{sourceName(other)}</bdi>
              </Link>
              <p className="meta">
                <b>{likenessWords[other.why]}</b>
                <SourceAbout source={other} />
              </p>
            </div>
            {onMerge !== null && (
              <p className="side">
                <button type="button" className="textbtn" data-opens="merge" onClick={() => onMerge(other)}>
                  Merge into this<span className="vh">: {sourceName(other)}</span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
