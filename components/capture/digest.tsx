/** The first eight digits of a SHA-256 in two fours, as people compare them: "9f2c 41d0". */
export function ShortDigest({ sha256 }: { sha256: string }) {
  return (
    <bdi className="digest" dir="ltr" title={`SHA-256 ${sha256}`}>
      {`${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`}
    </bdi>
  );
}

/** A whole SHA-256 that may break anywhere, and is copied without a space. */
export function Digest({ sha256 }: { sha256: string }) {
  return (
    <bdi className="digest whole" dir="ltr">
      {sha256}
    </bdi>
  );
}
