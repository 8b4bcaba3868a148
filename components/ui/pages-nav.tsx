import Link from "next/link";
import type { ReactNode } from "react";

type Props = {
  label?: string;
  /** Addresses; null where there is no such page to go to. */
  first?: string | null;
  previous?: string | null;
  next: string | null;
};

/** The ways to the other pages of a list; nothing when it has one page only. */
export function PagesNav({ label = "Pages", first = null, previous = null, next }: Props) {
  if (first === null && previous === null && next === null) return null;
  return (
    <nav className="more acts" aria-label={label}>
      <Page href={first}>First page</Page>
      <Page href={previous}>Previous page</Page>
      <Page href={next}>Next page</Page>
    </nav>
  );
}

function Page({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return null;
  return (
    <Link className="btn" href={href} prefetch={false}>
      {children}
    </Link>
  );
}
