"use client";

import { type FormEvent, useState } from "react";
import type { FeedAnswer } from "#components/import/feed-answer.ts";
import { FeedItems } from "#components/import/feed-items.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  readonly look: (address: string) => Promise<FeedAnswer>;
  readonly watch: FormAction;
  /** The addresses of the feeds that the desk watches. */
  readonly watched: readonly string[];
};

/** Looks at an address: shows the feed there, or offers the feeds that the page there names. */
export function FeedSearch({ look, watch, watched }: Props) {
  const [answer, setAnswer] = useState<FeedAnswer | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const find = async (address: string) => {
    if (isBusy) return;
    setIsBusy(true);
    const failed: FeedAnswer = { kind: "problem", sentence: "The desk did not answer. Try again." };
    setAnswer(await look(address).catch(() => failed));
    setIsBusy(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = new FormData(event.currentTarget).get("address");
    void find(typeof address === "string" ? address : "");
  };
  return (
    <section aria-label="Look for a feed">
      <form className="inrow" onSubmit={submit} noValidate>
        <div className="grow">
          <TextField
            name="address"
            label="Address of a feed, or of a page that has one"
            type="url"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            placeholder="https://"
            {...(answer?.kind === "problem" ? { error: answer.sentence } : {})}
          />
        </div>
        <Button type="submit" variant="go" busy={isBusy}>
          Look
        </Button>
      </form>
      <div role="status">
        {answer?.kind === "page" ? <Offers feeds={answer.feeds} onChoose={find} /> : null}
        {answer?.kind !== "feed" ? null : watched.includes(answer.feed.address) ? (
          <p className="offers">
            The desk watches <bdi>{answer.feed.title}</bdi>. Choose from its items below.
          </p>
        ) : (
          <Found feed={answer.feed} watch={watch} />
        )}
      </div>
    </section>
  );
}

type Feed = Extract<FeedAnswer, { kind: "feed" }>["feed"];
type Offer = Extract<FeedAnswer, { kind: "page" }>["feeds"][number];

function Offers({ feeds, onChoose }: { feeds: readonly Offer[]; onChoose: (address: string) => void }) {
  return (
    <div className="offers">
      <p>{feeds.length === 1 ? "This page names a feed." : `This page names ${feeds.length} feeds.`}</p>
      <ul className="rows">
        {feeds.map(({ title, address }) => (
          <li key={address}>
            <div>
              <p className="name">
                <bdi>{title === "" ? address : title}</bdi>
              </p>
              <p className="meta">
                <bdi>{address}</bdi>
              </p>
            </div>
            <Button onClick={() => onChoose(address)}>
              Look<span className="vh"> at {title === "" ? address : title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Found({ feed, watch }: { feed: Feed; watch: FormAction }) {
  const items = feed.items.map((item) => ({ ...item, isNew: false, onDesk: false }));
  return (
    <div className="feed">
      <div className="feedhead">
        <h2>
          <bdi>{feed.title}</bdi>
        </h2>
        <Form key={feed.address} action={watch} label="Watch this feed" makesId hidden={{ address: feed.address }}>
          <SubmitButton variant="plain">Watch this feed</SubmitButton>
        </Form>
      </div>
      <FeedItems title={feed.title} items={items} />
    </div>
  );
}
