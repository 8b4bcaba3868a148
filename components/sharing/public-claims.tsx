import Link from "next/link";
import { SharingCopy } from "#components/sharing/sharing-copy.tsx";
import type { SharedClaim, SharedClaims } from "#components/sharing/sharing-view.ts";

type Props = { articleId: string; claims: SharedClaims; isOpen: boolean };

/** The claims of the newest edition, each with its page and the code that embeds it elsewhere. */
export function PublicClaims({ articleId, claims, isOpen }: Props) {
  const { origin, count, page, pages, rows } = claims;
  const path = (number: number) => `/articles/${articleId}/report/sharing?claims=${number}#claims-head`;
  return (
    <>
      <h3 className="sech mt-6" id="claims-head">
        Claims <small>{count}</small>
      </h3>
      <p className="soft">
        Each has a page, and a code that shows it, always as the newest edition has it, in anybody’s page. The code has
        no script and no style of its own. A page with a content security policy has to allow{" "}
        <code>frame-src {origin}</code>.
      </p>
      {count > 0 && (
        <details className="unfold" open={isOpen}>
          <summary>{count === 1 ? "Its page and code" : "Their pages and codes"}</summary>
          <ul className="rows">
            {rows.map((claim) => (
              <Claim key={claim.id} claim={claim} />
            ))}
          </ul>
          {pages > 1 && (
            <nav className="acts" aria-label="Pages of claims">
              {page > 1 && (
                <Link className="btn" href={path(page - 1)} prefetch={false}>
                  Earlier claims
                </Link>
              )}
              {page < pages && (
                <Link className="btn" href={path(page + 1)} prefetch={false}>
                  Later claims
                </Link>
              )}
              <span className="why">
                Page {page} of {pages}
              </span>
            </nav>
          )}
        </details>
      )}
    </>
  );
}

function Claim({ claim: { number, title, href, code } }: { claim: SharedClaim }) {
  return (
    <li>
      <div className="col-span-full">
        <p>
          <span className="faint">Claim {number}</span>{" "}
          <a className="link" href={href} target="_blank" rel="noopener" dir="auto">
            {title}
          </a>
        </p>
        <SharingCopy what="address" of={`claim ${number}`} words={href} />
        <SharingCopy what="code" of={`claim ${number}`} words={code} />
      </div>
    </li>
  );
}
