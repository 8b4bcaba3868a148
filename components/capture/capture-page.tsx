import Link from "next/link";
import { BytesBanner } from "#components/capture/bytes-banner.tsx";
import type { CaptureActions } from "#components/capture/capture-actions.ts";
import { CaptureFacts } from "#components/capture/capture-facts.tsx";
import { captureHref } from "#components/capture/capture-href.ts";
import { CaptureText } from "#components/capture/capture-text.tsx";
import { ShortDigest } from "#components/capture/digest.tsx";
import { Downloads } from "#components/capture/downloads.tsx";
import { KeepCopy } from "#components/capture/keep-copy.tsx";
import { QuoteTools } from "#components/capture/quote-tools.tsx";
import { QuotedList } from "#components/capture/quoted-list.tsx";
import type { QuotingFor } from "#components/capture/quoting-for.ts";
import { sourceName } from "#components/evidence/source-line.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { CapturePageView } from "#lib/domain/capture-views.ts";

type Props = {
  capture: CapturePageView;
  quotingFor: QuotingFor;
  /** The offset to begin reading at, UTF-16 code units. */
  at: number | null;
  /** Whether the reader may keep another copy. */
  mayKeep: boolean;
  actions: CaptureActions;
};

/** A kept copy, to be read and quoted from: what it is, then what it says. The whole `main` of a page. */
export function CapturePage({ capture, quotingFor, at, mayKeep, actions }: Props) {
  const { id, source, newer, bytes, hasText, mayQuote } = capture;
  const { claim, evidence } = quotingFor;
  const around = { claimId: claim?.id, evidenceId: evidence?.evidenceId };
  return (
    <main className="capture" id="main">
      <header className="top">
        <p className="crumb tight">
          <Link className="link" href={`/sources/${source.id}`} prefetch={false}>
            <bdi>{sourceName(source)}</bdi>
          </Link>
          <span>Kept copy</span>
        </p>
        <h1 dir="auto">{titleOf(capture)}</h1>
        <p className="brief">
          Kept <Moment iso={capture.obtainedAt} />, <ShortDigest sha256={capture.sha256} />.{" "}
          <a className="link" href="#about">
            About this copy
          </a>
        </p>
        <BytesBanner bytes={bytes} />
        {newer === null ? null : (
          <p className="newer">
            There is a newer copy, kept <Moment iso={newer.obtainedAt} />.{" "}
            <Link className="link" href={captureHref(newer.id, around)} prefetch={false}>
              Read the newer copy
            </Link>
          </p>
        )}
      </header>
      <article id="text" className="galley copy" aria-label={titleOf(capture)} tabIndex={-1}>
        {hasText ? (
          <>
            <Invitation quotingFor={quotingFor} mayQuote={mayQuote} />
            <QuoteTools captureId={id} {...{ at, quotingFor, mayQuote, actions }} />
            <CaptureText
              text={capture.text}
              blocks={capture.blocks}
              quoted={capture.quoted}
              evidenceId={evidence?.evidenceId ?? null}
              at={at}
            />
          </>
        ) : (
          <div className="empty">
            <p className="says">No words could be read from this copy</p>
            <p className="then">{capture.unread || "It is kept as it is. Download it to look at it."}</p>
          </div>
        )}
      </article>
      <aside className="about" id="about" tabIndex={-1} aria-label="About this copy">
        <CaptureFacts capture={capture} />
        <Downloads capture={capture} />
        <QuotedList capture={capture} />
        {mayKeep ? (
          <section className="sec" aria-label="Keep a new copy">
            <h2>Keep a new copy</h2>
            <KeepCopy sourceId={source.id} address={capture.address || source.address} keep={actions.keep} />
          </section>
        ) : null}
      </aside>
    </main>
  );
}

function Invitation({ quotingFor: { claim, evidence }, mayQuote }: Pick<Props, "quotingFor"> & { mayQuote: boolean }) {
  if (!mayQuote) return null;
  if (claim === null) return <p className="invites">Select words to quote them for a claim.</p>;
  return (
    <p className="invites">
      Select the words that settle{" "}
      <Link className="link" href={`/articles/${claim.articleId}/claims/${claim.id}`} prefetch={false}>
        claim {claim.number}
      </Link>
      {evidence === null ? null : `, or other words for its evidence ${evidence.number}`}:{" "}
      <span className="serif" dir="auto">
        {claim.statement}
      </span>
    </p>
  );
}

/** What to call a copy: its own title, else its file, else its source. */
export function titleOf({ title, fileName, source }: Pick<CapturePageView, "title" | "fileName" | "source">): string {
  return title || fileName || sourceName(source);
}
