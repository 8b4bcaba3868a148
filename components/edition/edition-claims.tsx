import type { EditionDifference } from "#lib/domain/edition-difference.ts";

const most = 50;

type Props = { head: "Added" | "Left out"; claims: EditionDifference["added"] };

/** The claims that only one of two editions prints; at most 50 by name. */
export function EditionClaims({ head, claims }: Props) {
  if (claims.length === 0) return null;
  const more = claims.length - most;
  return (
    <div className="part">
      <h3>
        {head} <span className="num">{claims.length}</span>
      </h3>
      <ul className="lines">
        {claims.slice(0, most).map(({ id, number, words }) => (
          <li key={id}>
            Claim {number}: <bdi className="serif">{words}</bdi>
          </li>
        ))}
        {more > 0 && <li className="faint">And {more} more.</li>}
      </ul>
    </div>
  );
}
