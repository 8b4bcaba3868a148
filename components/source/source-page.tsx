"use client";

import Link from "next/link";
import { useState } from "react";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { MergeSource } from "#components/source/merge-source.tsx";
import { MergedSources } from "#components/source/merged-sources.tsx";
import { ReferenceBox } from "#components/source/reference-box.tsx";
import { SimilarSources } from "#components/source/similar-sources.tsx";
import type { SourceActions } from "#components/source/source-actions.ts";
import { SourceCopies } from "#components/source/source-copies.tsx";
import { SourceFacts } from "#components/source/source-facts.tsx";
import { SourceForm } from "#components/source/source-form.tsx";
import { SourceUses } from "#components/source/source-uses.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FoundSource, SourcePage as Page } from "#lib/domain/source-views.ts";

type Props = { source: Page; actions: SourceActions; isLaterPage: boolean };

/** A source with all that the desk knows of it, corrected in its place. The whole `main` of a page. */
export function SourcePage({ source, actions, isLaterPage }: Props) {
  const [editing, setEditing] = useState(false);
  /** What this one is to be merged into: null while nothing is being merged, "" while it is being chosen. */
  const [merging, setMerging] = useState<FoundSource | "" | null>(null);
  return (
    <main className="wrap narrow" id="main">
      <nav className="crumb tight" aria-label="Way back">
        <Link className="link" href="/sources" prefetch={false}>
          Sources
        </Link>
      </nav>
      <div className="phead">
        <h1>
          <bdi>{sourceName(source)}</bdi>
        </h1>
        <p className="meta">
          <SourceAbout source={source} />
        </p>
      </div>
      <section className="sec first" aria-labelledby="about">
        <h2 id="about">
          About it
          {source.may.edit && !editing && (
            <span className="sech-end">
              <Opener name="source" onClick={() => setEditing(true)}>
                Edit
              </Opener>
            </span>
          )}
        </h2>
        {editing ? (
          <Opened name="source">
            <SourceForm
              source={source}
              action={actions.editSource}
              find={actions.findSources}
              onCancel={() => setEditing(false)}
              onSaved={() => {
                setEditing(false);
                showToast("The source is saved.");
              }}
            />
          </Opened>
        ) : (
          <SourceFacts source={source} />
        )}
      </section>
      <section className="sec" aria-labelledby="reference">
        <h2 id="reference">Reference</h2>
        <ReferenceBox
          key={source.rowVersion}
          sourceId={source.id}
          reference={source.reference}
          find={actions.findReference}
        />
      </section>
      <SimilarSources source={source} onMerge={source.may.merge ? setMerging : null} />
      <SourceUses source={source} isLaterPage={isLaterPage} />
      <SourceCopies source={source} keep={actions.keepCopy} />
      <MergedSources source={source} action={source.may.merge ? actions.partSource : null} />
      {source.may.merge && (
        <section className="sec" aria-labelledby="merge">
          <h2 id="merge">Merge it into another source</h2>
          {merging === null ? (
            <p>
              <Opener name="merge" onClick={() => setMerging("")}>
                Choose the other source
              </Opener>
            </p>
          ) : (
            <Opened name="merge">
              <MergeSource
                key={merging === "" ? "" : merging.id}
                source={source}
                into={merging === "" ? null : merging}
                find={actions.findSources}
                action={actions.mergeSource}
                onDone={() => setMerging(null)}
              />
            </Opened>
          )}
        </section>
      )}
    </main>
  );
}
