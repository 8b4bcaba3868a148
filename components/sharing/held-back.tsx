import Link from "next/link";
import { heldSentence } from "#lib/domain/held-sentence.ts";
import type { HeldEdition } from "#lib/domain/publication.ts";

const mostNamed = 5;

type Props = { articleId: string; held: readonly HeldEdition[]; newest: number };

/** Which editions nobody outside reads, why, and what the desk can do. */
export function HeldBack({ articleId, held, newest }: Props) {
  if (held.length === 0) return null;
  const latest = held.toReversed().slice(0, mostNamed);
  return (
    <div className="lapsed mt-4">
      {latest.map((edition) => (
        <p key={edition.number}>{heldSentence(edition)}</p>
      ))}
      <p>
        {held.length > mostNamed && `So are ${held.length - mostNamed} earlier ones. `}
        To everybody outside, and to whoever has a link, their pages and files are not there.{" "}
        {held.some(({ number }) => number === newest) && (
          <>
            <Link href={`/articles/${articleId}/report`}>Publish another edition</Link>, or withdraw the check: that one
            describes the source and does not name it.
          </>
        )}
      </p>
    </div>
  );
}
