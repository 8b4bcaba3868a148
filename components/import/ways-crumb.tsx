import Link from "next/link";

/** The way back to the page with the other ways in. */
export function WaysCrumb() {
  return (
    <nav className="crumb tight" aria-label="Way back">
      <Link className="link" href="/articles/import" prefetch={false}>
        Import an article
      </Link>
    </nav>
  );
}
