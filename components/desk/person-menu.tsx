"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { ThemeChoice } from "#components/desk/theme-choice.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { initialsOf } from "#components/ui/initials.ts";
import { isAtLeast, type Role, roleWords } from "#lib/domain/role.ts";

type Props = {
  person: { readonly name: string; readonly role: Role };
  /** In full: the bar of a phone may have room for its first words only. */
  deskName: string;
  /** The main pages again, for screens where the bar has no room for them. */
  pages: readonly ReactNode[];
  signOut: () => void | Promise<void>;
};

const menuId = "person-menu";

/** Who is signed in, and what is theirs: a native popover that ends with Esc, a click beside it, or a new page. */
export function PersonMenu({ person, deskName, pages, signOut }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => menu.current?.hidePopover(), [path]);
  return (
    <>
      <button type="button" className="person" popoverTarget={menuId} aria-label={`Menu of ${person.name}`}>
        <span className="who" aria-hidden="true">
          {initialsOf(person.name)}
        </span>
        <Icon name="menu" />
      </button>
      <div ref={menu} id={menuId} className="menu" popover="auto">
        <p className="name">
          <bdi>{person.name}</bdi>
        </p>
        <p className="faint">
          {roleWords[person.role]}, <bdi>{deskName}</bdi>
        </p>
        <nav className="pages" aria-label="Pages">
          <ul>
            {pages.map((page, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
              <li key={index}>{page}</li>
            ))}
          </ul>
        </nav>
        <ul>
          <li>
            <Link href="/settings/account">Account</Link>
          </li>
          {isAtLeast(person.role, "editor") && (
            <li>
              <Link href="/agreement">Agreement</Link>
            </li>
          )}
          {isAtLeast(person.role, "admin") ? (
            <>
              <li>
                <Link href="/settings/colleagues">Colleagues</Link>
              </li>
              <li>
                <Link href="/settings/gates">Gates</Link>
              </li>
              <li>
                <Link href="/settings/scale">Rating scale</Link>
              </li>
              <li>
                <Link href="/settings/keys">Signing keys</Link>
              </li>
              <li>
                <Link href="/settings/jobs">Jobs</Link>
              </li>
            </>
          ) : null}
        </ul>
        <ThemeChoice />
        <form action={signOut}>
          <button type="submit">Sign out</button>
        </form>
      </div>
    </>
  );
}
