"use client";

import Link from "next/link";
import { useState } from "react";
import { CaptureList } from "#components/capture/capture-list.tsx";
import { KeepCopy } from "#components/capture/keep-copy.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { SourcePage } from "#lib/domain/source-views.ts";
import { watchWords } from "#lib/domain/watch.ts";

/** The kept copies, the newest first, a way to keep another one, and the addresses that are watched. */
export function SourceCopies({ source, keep }: { source: SourcePage; keep: FormAction }) {
  const [keeping, setKeeping] = useState(false);
  const { id, captures, watches, may } = source;
  return (
    <>
      <section className="sec" aria-labelledby="copies">
        <h2 id="copies">
          Kept copies
          {may.keep && !keeping && (
            <span className="sech-end">
              <Opener name="copy" onClick={() => setKeeping(true)}>
                Keep a copy
              </Opener>
            </span>
          )}
        </h2>
        {keeping && (
          <Opened name="copy">
            <KeepCopy sourceId={id} address={source.address} keep={keep} onCancel={() => setKeeping(false)} />
          </Opened>
        )}
        <CaptureList captures={captures} />
      </section>
      {watches.length > 0 && (
        <section className="sec" aria-labelledby="watching">
          <h2 id="watching">
            Watching
            <span className="sech-end">
              <Link className="link" href={`/sources/${id}/watching`} prefetch={false}>
                What was found
              </Link>
            </span>
          </h2>
          {watches.map((watch) => (
            <p key={watch.id} className="watchline">
              <b>{watch.stopped ? "No longer watched" : watchWords[watch.state]}</b>{" "}
              <bdi className="data">{watch.address}</bdi>
              {watch.checkedAt !== null && (
                <>
                  , looked at <Moment iso={watch.checkedAt} />
                </>
              )}
              {watch.problem !== "" && <span className="soft"> {watch.problem}</span>}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
