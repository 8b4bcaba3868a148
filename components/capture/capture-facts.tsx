import { byteSize } from "#components/capture/byte-size.ts";
import { Digest } from "#components/capture/digest.tsx";
import { followable } from "#components/evidence/web-address.ts";
import { Moment } from "#components/ui/time.tsx";
import type { CapturePageView } from "#lib/domain/capture-views.ts";

const obtained: Readonly<Record<string, string>> = {
  fetched: "Fetched",
  uploaded: "Uploaded",
  "sent from a browser": "Sent from a browser",
};

const bytesAre = {
  whole: "Whole: the bytes have this digest",
  damaged: "Damaged: the bytes have another digest",
  missing: "Lost: the bytes are not in the store",
  unreachable: "Not checked: the store does not answer",
} as const;

/** What a copy is: from where, when, by whom, and the digest that proves it. */
export function CaptureFacts({ capture }: { capture: CapturePageView }) {
  const { address, fileName, obtainedBy, obtainedAt, by, sha256, mediaType, byteLength, bytes, status } = capture;
  const link = followable(address);
  return (
    <dl className="facts">
      {address === "" ? null : (
        <>
          <dt>Address</dt>
          <dd>
            {link === null ? (
              <bdi className="data" dir="ltr">
                {address}
              </bdi>
            ) : (
              <a className="link data" dir="ltr" href={link} target="_blank" rel="noreferrer noopener">
                {address}
                <span className="vh"> (new tab)</span>
              </a>
            )}
            <Redirects from={capture.redirects.filter((one) => one !== address)} />
          </dd>
        </>
      )}
      {fileName === "" ? null : (
        <>
          <dt>File</dt>
          <dd>
            <bdi>{fileName}</bdi>
          </dd>
        </>
      )}
      <dt>{obtained[obtainedBy] ?? "Kept"}</dt>
      <dd>
        <Moment iso={obtainedAt} />, by {by === null ? "Stet" : <bdi>{by.name}</bdi>}
      </dd>
      <dt>SHA-256</dt>
      <dd>
        <Digest sha256={sha256} />
        <span className={bytes === "whole" ? "faint" : "bad"}>{bytesAre[bytes]}</span>
      </dd>
      <dt>Size</dt>
      <dd>
        <bdi>{byteSize(byteLength)}</bdi>
      </dd>
      <dt>Type</dt>
      <dd>
        <bdi dir="ltr">{mediaType || "not said"}</bdi>
        {status === null ? null : <bdi className="faint">, answered {status}</bdi>}
      </dd>
    </dl>
  );
}

function Redirects({ from }: { from: readonly string[] }) {
  if (from.length === 0) return null;
  return (
    <details>
      <summary>{from.length === 1 ? "Led here by 1 redirect" : `Led here by ${from.length} redirects`}</summary>
      <ol className="data">
        {from.map((address) => (
          <li key={address}>
            <bdi dir="ltr">{address}</bdi>
          </li>
        ))}
      </ol>
    </details>
  );
}
