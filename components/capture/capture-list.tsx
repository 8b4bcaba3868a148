import Link from "next/link";
import { byteSize } from "#components/capture/byte-size.ts";
import { captureHref } from "#components/capture/capture-href.ts";
import { ShortDigest } from "#components/capture/digest.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { CaptureView } from "#lib/domain/capture-views.ts";

type Props = { captures: readonly CaptureView[] };

/** The kept copies of a source, newest first as they come. */
export function CaptureList({ captures }: Props) {
  if (captures.length === 0) return <p className="faint">No copy is kept yet.</p>;
  return (
    <ol className="rows captures">
      {captures.map((capture, index) => (
        <CaptureRow key={capture.id} capture={capture} isRepeated={sameAsNext(captures, index)} />
      ))}
    </ol>
  );
}

type RowProps = { capture: CaptureView; isRepeated: boolean };

function CaptureRow({ capture, isRepeated }: RowProps) {
  const { id, title, fileName, address, by, obtainedAt, sha256, byteLength, hasText } = capture;
  return (
    <li>
      <div>
        <Link className="name" href={captureHref(id)} prefetch={false} dir="auto">
          {title || fileName || address || "Kept copy"}
        </Link>
        <p className="meta">
          <span>
            Kept <Moment iso={obtainedAt} />
          </span>
          <span>by {by === null ? "Stet" : <bdi>{by.name}</bdi>}</span>
          {isRepeated ? <span>the same bytes as the copy before</span> : null}
          {hasText ? null : <span>no words to select</span>}
        </p>
      </div>
      <p className="side">
        <ShortDigest sha256={sha256} />, <bdi className="num">{byteSize(byteLength)}</bdi>
      </p>
    </li>
  );
}

/** Whether the copy kept before this one, which stands after it, has the same bytes. */
function sameAsNext(captures: readonly CaptureView[], index: number): boolean {
  return captures[index]?.sha256 === captures[index + 1]?.sha256;
}
