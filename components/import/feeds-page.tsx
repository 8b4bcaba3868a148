"use client";

import { useEffect, useRef, useState } from "react";
import type { FeedAnswer } from "#components/import/feed-answer.ts";
import { FeedItems } from "#components/import/feed-items.tsx";
import { FeedSearch } from "#components/import/feed-search.tsx";
import { WaysCrumb } from "#components/import/ways-crumb.tsx";
import { Button } from "#components/ui/button.tsx";
import { Form } from "#components/ui/form.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FeedView } from "#lib/domain/feed.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  readonly feeds: readonly FeedView[];
  /** Whether a feed was last read so long ago that it is read again now. */
  readonly isDue: boolean;
  readonly look: (address: string) => Promise<FeedAnswer>;
  readonly watch: FormAction;
  readonly unwatch: FormAction;
  readonly readAgain: (id: string | null) => Promise<string | null>;
  readonly looked: () => Promise<void>;
};

/** The feeds that the desk watches, and a search for others. The whole `main` of a page. */
export function FeedsPage({ feeds, isDue, looked, readAgain, ...actions }: Props) {
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    // A page that was left meanwhile shows it at its next visit.
    const opened = async () => {
      if (isDue) await readAgain(null);
      await looked();
    };
    opened().catch(() => undefined);
  }, [isDue, looked, readAgain]);
  return (
    <main className="wrap narrow" id="main">
      <WaysCrumb />
      <div className="phead">
        <h1>Feeds</h1>
        <span className="faint">RSS, Atom and JSON Feed</span>
      </div>
      <FeedSearch look={actions.look} watch={actions.watch} watched={feeds.map(({ address }) => address)} />
      {feeds.map((feed) => (
        <Watched key={feed.id} feed={feed} unwatch={actions.unwatch} readAgain={readAgain} />
      ))}
    </main>
  );
}

type WatchedProps = { readonly feed: FeedView } & Pick<Props, "unwatch" | "readAgain">;

function Watched({ feed, unwatch, readAgain }: WatchedProps) {
  const [isBusy, setIsBusy] = useState(false);
  const read = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const sentence = await readAgain(feed.id).catch(() => "The desk did not answer. Try again.");
    setIsBusy(false);
    // A feed that somebody stopped watching meanwhile is gone from the page with its section; the notice stays.
    if (sentence === null) announce(`${feed.title} was read again.`);
    else showToast(sentence);
  };
  return (
    <section className="feed" aria-label={feed.title}>
      <div className="feedhead">
        <h2>
          <bdi>{feed.title}</bdi>
          {feed.fresh > 0 ? (
            <>
              {" "}
              <b className="num">{feed.fresh} new</b>
            </>
          ) : null}
        </h2>
        <div className="end">
          <Button variant="bare" busy={isBusy} onClick={read}>
            Read again<span className="vh">: {feed.title}</span>
          </Button>
          <Form action={unwatch} label={`Stop watching ${feed.title}`} hidden={{ id: feed.id }}>
            <SubmitButton variant="bare">Stop watching</SubmitButton>
          </Form>
        </div>
      </div>
      <p className="about">
        <bdi className="data">{feed.address}</bdi>
        <span>
          Read <Moment iso={feed.readAt} />
        </span>
        <span>
          Added by <bdi>{feed.addedBy}</bdi>
        </span>
      </p>
      {feed.problem === "" ? null : (
        <p className="refusal">
          <Icon name="warn" />
          <span>The last reading failed. {feed.problem}</span>
        </p>
      )}
      <FeedItems title={feed.title} items={feed.items} />
    </section>
  );
}
