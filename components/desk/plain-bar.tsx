import type { ReactNode } from "react";

/** The bar of a page without a session, or without a desk: the wordmark alone. */
export function PlainBar(): ReactNode {
  return (
    <header className="bar">
      <a className="wordmark" href="/" aria-label="Stet, home">
        stet
      </a>
    </header>
  );
}
