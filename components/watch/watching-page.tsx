"use client";

import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { type WatchingView, watchWords } from "#lib/domain/watch.ts";

type Actions = { readonly lookAgain: FormAction; readonly stopWatch: FormAction; readonly startWatch: FormAction };
type Props = { readonly sourceId: string; readonly view: WatchingView; readonly actions: Actions };
type Watch = WatchingView["watches"][number];

/** What watching found at the addresses of a source, and what to do about it. The whole `main` of a page. */
export function WatchingPage({ sourceId, view, actions }: Props) {
  return (
    <main className="wrap narrow" id="main">
      <p className="crumb">
        <Link href={`/sources/${sourceId}`}>
          <bdi>{view.title}</bdi>
        </Link>
      </p>
      <div className="phead">
        <h1>Watching</h1>
        <span className="faint">what stands at its addresses now</span>
      </div>
      {view.watches.length === 0 ? (
        <EmptyState
          sentence="No address of this source is watched."
          next="Keep a copy of it, and Stet watches where it came from."
        />
      ) : (
        view.watches.map((watch) => <OneWatch key={watch.id} watch={watch} actions={view.mayManage ? actions : null} />)
      )}
    </main>
  );
}

function OneWatch({ watch, actions }: { watch: Watch; actions: Actions | null }) {
  const { id, stopped, problem, movedTo } = watch;
  return (
    <section className="sec looked" aria-labelledby={`watch-${id}`}>
      <h2 id={`watch-${id}`}>
        <bdi>{watch.address}</bdi>
      </h2>
      <p>
        <b className={stopped ? "soft" : `w-${watch.state}`}>{stopped ? "Not watched" : watchWords[watch.state]}</b>{" "}
        since <Moment iso={watch.stateSince} />
        {movedTo !== "" && (
          <>
            , now at <bdi>{movedTo}</bdi>
          </>
        )}
      </p>
      {problem !== "" && <p className="soft">{problem}</p>}
      {!stopped && (
        <p className="soft">
          Next look <Moment iso={watch.nextAt} />
        </p>
      )}
      {watch.looks.length > 0 && (
        <ol className="looks" aria-label="Last looks">
          {watch.looks.map((look) => (
            <li key={look.at}>
              <Moment iso={look.at} />: {watchWords[look.state]}
              {look.status !== null && `, status ${look.status}`}
            </li>
          ))}
        </ol>
      )}
      {actions !== null && <Acts id={id} stopped={stopped} actions={actions} />}
    </section>
  );
}

function Acts({ id, stopped, actions }: { id: string; stopped: boolean; actions: Actions }) {
  if (stopped) {
    return (
      <Form action={actions.startWatch} label="Watch this address again" hidden={{ id }}>
        <SubmitButton variant="plain">Watch again</SubmitButton>
      </Form>
    );
  }
  const looks = () => showToast("Stet looks now. Load the page again in a moment to see what it found.");
  return (
    <div className="inrow">
      <Form action={actions.lookAgain} label="Look at this address now" hidden={{ id }} onSaved={looks}>
        <SubmitButton variant="plain">Look now</SubmitButton>
      </Form>
      <Form action={actions.stopWatch} label="Stop watching this address" hidden={{ id }}>
        <SubmitButton variant="bare">Stop watching</SubmitButton>
      </Form>
    </div>
  );
}
