import Link from "next/link";

/** The ways in that have pages of their own. `freshItems` counts what the watched feeds have brought since last time. */
export function OtherWays({ freshItems }: { freshItems: number }) {
  return (
    <section className="otherways" aria-label="Other ways in">
      <h2>Other ways in</h2>
      <ul>
        <li>
          <Link className="link" href="/articles/import/many">
            Many at once
          </Link>
          <p>Several files or addresses, with a result for each.</p>
        </li>
        <li>
          <Link className="link" href="/articles/import/page">
            Send the page you see
          </Link>
          <p>A bookmark for pages behind a sign-in or a paywall.</p>
        </li>
        <li>
          <Link className="link" href="/articles/import/feed">
            Feeds
          </Link>{" "}
          {freshItems > 0 ? <b className="num">{freshItems} new</b> : null}
          <p>Choose items of an RSS, Atom or JSON feed, and watch it for new ones.</p>
        </li>
      </ul>
    </section>
  );
}
