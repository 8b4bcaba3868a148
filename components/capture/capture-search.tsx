import Link from "next/link";
import type { ReactNode } from "react";
import { captureHref } from "#components/capture/capture-href.ts";
import { Day } from "#components/ui/time.tsx";
import type { FoundCapture } from "#lib/domain/capture-views.ts";
import { nestedPieces, type Piece } from "#lib/domain/fragments.ts";
import type { Snippet } from "#lib/domain/full-text.ts";

type Props = {
  /** What was looked for. */
  words: string;
  found: readonly FoundCapture[];
};

/** Copies whose text holds what was looked for, each with some of its words around it and the way to them. */
export function CaptureSearch({ words, found }: Props) {
  if (found.length === 0)
    return (
      <p className="faint">
        No kept copy says <bdi>{words}</bdi>. Fewer or other words may find it.
      </p>
    );
  return (
    <ol className="rows captures">
      {found.map(({ capture: { id, title, obtainedAt, address }, snippet }) => (
        <li key={id}>
          <div>
            <Link className="name" href={captureHref(id, { at: snippet.start })} prefetch={false} dir="auto">
              {title}
            </Link>
            <p className="snippet" dir="auto">
              <Marked snippet={snippet} />
            </p>
            <p className="meta">
              <span>
                Kept <Day iso={obtainedAt} />
              </span>
              {address === "" ? null : (
                <bdi className="data" dir="ltr">
                  {address}
                </bdi>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Marked({ snippet: { text, marks } }: { snippet: Snippet }): ReactNode {
  const spans = marks.map((mark, index) => ({ ...mark, id: String(index) }));
  const draw = (piece: Piece): ReactNode =>
    piece.kind === "text" ? (
      text.slice(piece.start, piece.end)
    ) : (
      <mark key={piece.start} className="relied">
        {piece.pieces.map(draw)}
      </mark>
    );
  return nestedPieces({ start: 0, end: text.length }, spans).map(draw);
}
