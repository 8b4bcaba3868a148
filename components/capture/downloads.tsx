import { byteSize } from "#components/capture/byte-size.ts";
import { followable } from "#components/evidence/web-address.ts";
import type { AssetKind, CapturePageView } from "#lib/domain/capture-views.ts";

const assetWords: Readonly<Record<AssetKind, string>> = {
  screenshot: "Screenshot",
  pdf: "Printed as PDF",
  wayback: "In the Wayback Machine",
};

type Props = { capture: Pick<CapturePageView, "id" | "bytes" | "byteLength" | "assets"> };

/** The files of a copy, to keep or to open in other tools. Bytes that are not those that were kept are not offered. */
export function Downloads({ capture: { id, bytes, byteLength, assets } }: Props) {
  const path = `/api/v1/captures/${id}`;
  const areWhole = bytes !== "damaged" && bytes !== "missing";
  if (!areWhole && assets.length === 0) return null;
  return (
    <section className="sec" aria-label="Files of this copy">
      <h2>Files</h2>
      <ul className="files">
        {areWhole && (
          <>
            <li>
              <a className="link" href={`${path}/bytes`} download>
                Original bytes
              </a>
              <bdi className="faint">{byteSize(byteLength)}</bdi>
            </li>
            <li>
              <a className="link" href={`${path}/warc`} download>
                WARC record
              </a>
              <span className="faint">for web archives</span>
            </li>
          </>
        )}
        {assets.map(({ id: assetId, kind, address }) => {
          const elsewhere = followable(address);
          return (
            <li key={assetId}>
              {elsewhere === null ? (
                <a className="link" href={`${path}/assets/${kind}`} download>
                  {assetWords[kind]}
                </a>
              ) : (
                <a className="link" href={elsewhere} target="_blank" rel="noreferrer noopener">
                  {assetWords[kind]}
                  <span className="vh"> (new tab)</span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
