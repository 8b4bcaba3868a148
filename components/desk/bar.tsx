"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { PersonMenu } from "#components/desk/person-menu.tsx";
import type { Role } from "#lib/domain/role.ts";

const pages = [
  { href: "/articles", word: "Articles" },
  { href: "/queue", word: "Queue" },
  { href: "/sources", word: "Sources" },
  { href: "/reports", word: "Reports" },
] as const;

type Props = {
  deskName: string;
  person: { readonly name: string; readonly role: Role };
  /** How many claims wait for a review by the reader. */
  queueCount: number;
  /** How many notices the reader has not read. */
  noticeCount: number;
  signOut: () => void | Promise<void>;
};

/** Whether an address is below that of a page of the bar; a kept copy is read as part of its source. */
function belongsTo(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`) || (href === "/sources" && path.startsWith("/captures/"));
}

/** The bar on every page behind a session. */
export function Bar({ deskName, person, queueCount, noticeCount, signOut }: Props) {
  const path = usePathname();
  // Fetched ahead, all of these pages would be asked for again with every live reading of the one that is looked at.
  const links = pages.map(({ href, word }) => (
    <Link key={href} href={href} prefetch={false} aria-current={belongsTo(path, href) ? "page" : undefined}>
      {word}
      {href === "/queue" && queueCount > 0 ? (
        <>
          {" "}
          <span className="num faint">{queueCount > 99 ? "99+" : queueCount}</span>
          <span className="vh"> waiting</span>
        </>
      ) : null}
    </Link>
  ));
  return (
    <header className="bar">
      <Link className="wordmark" href="/articles" prefetch={false} aria-label="Stet, home">
        stet
      </Link>
      <nav aria-label="Main">{links}</nav>
      <div className="end">
        <bdi className="desk">{deskName}</bdi>
        <Link className="told" href="/notices" prefetch={false} aria-current={path === "/notices" ? "page" : undefined}>
          Notices
          {noticeCount > 0 ? (
            <>
              {" "}
              <span className="num">{noticeCount > 99 ? "99+" : noticeCount}</span>
              <span className="vh"> unread</span>
            </>
          ) : null}
        </Link>
        <PersonMenu person={person} deskName={deskName} pages={links} signOut={signOut} />
      </div>
    </header>
  );
}
