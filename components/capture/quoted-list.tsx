import Link from "next/link";
import { evidenceHref } from "#components/capture/evidence-href.ts";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import type { CapturePageView } from "#lib/domain/capture-views.ts";

const shownAtOnce = 8;
const shownLetters = 90;

type Props = { capture: Pick<CapturePageView, "quoted" | "text"> };

/** Which claims rely on words of a copy, each with the way to the words and to the claim. */
export function QuotedList({ capture: { quoted, text } }: Props) {
  if (quoted.length === 0) return null;
  const lines = quoted.map((passage) => (
    <li key={passage.evidenceId}>
      <a className="serif" href={`#quoted-${passage.evidenceId}`} dir="auto">
        {shorten(text.slice(passage.start, Math.min(passage.end, passage.start + 2 * shownLetters)))}
      </a>
      <span className="meta">
        <StanceMark stance={passage.stance} />
        <Link className="link" href={evidenceHref(passage)} prefetch={false}>
          Claim {passage.claimNumber}
        </Link>
      </span>
    </li>
  ));
  return (
    <section className="sec" aria-label="Quoted from this copy">
      <h2>
        Quoted from it <small className="num">{quoted.length === 500 ? "500 or more" : quoted.length}</small>
      </h2>
      <ol className="quotes">{lines.slice(0, shownAtOnce)}</ol>
      {lines.length > shownAtOnce ? (
        <details>
          <summary>and {lines.length - shownAtOnce} more</summary>
          <ol className="quotes">{lines.slice(shownAtOnce)}</ol>
        </details>
      ) : null}
    </section>
  );
}

function shorten(words: string): string {
  const line = words.replace(/\s+/gu, " ");
  return line.length <= shownLetters ? line : `${line.slice(0, line.lastIndexOf(" ", shownLetters) + 1).trimEnd()} …`;
}
