"use client";

import { useParams, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useClaimStore } from "#components/article/claims-context.ts";
import { claimHref, GalleyContext } from "#components/article/galley-context.ts";
import { focusPanel, wantPanelFocus } from "#components/article/panel-focus.ts";

type Props = {
  label: string;
  lang: string | null;
  /** Stands beside the sheet and knows what is open too. */
  beside: ReactNode;
  children: ReactNode;
};

/**
 * The sheet that the text lies on. Knows which state is asked for, by the address. Hears every click on it, for a
 * thousand numbers and notes are too many to hear one by one: a number or a note opens its claim, claimed words open the
 * shortest claim there, unless the click ends a selection.
 */
export function Galley({ label, lang, beside, children }: Props) {
  const router = useRouter();
  const { articleId } = useClaimStore();
  const { claimId: opened } = useParams();
  const only = useSearchParams().get("state");
  const view = useMemo(() => ({ articleId, only }), [articleId, only]);
  useHeadHeight();

  // Heard from the browser itself: React leaves out what happens in text that it has not taken over yet.
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const openClaim = (event: MouseEvent) => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      const id = claimOfLink(event) ?? claimOfWords(event.target);
      if (id === null) return;
      event.preventDefault();
      if (id === opened) return focusPanel();
      wantPanelFocus();
      router.push(claimHref(articleId, { claimId: id, only }), { scroll: false });
    };
    const galley = sheet.current;
    galley?.addEventListener("click", openClaim);
    return () => galley?.removeEventListener("click", openClaim);
  }, [router, articleId, opened, only]);

  return (
    <GalleyContext value={view}>
      <article
        ref={sheet}
        id="text"
        className={only === null ? "galley" : `galley only-${only}`}
        aria-label={label}
        lang={lang ?? undefined}
        data-only={only ?? undefined}
        tabIndex={-1}
      >
        {children}
      </article>
      {beside}
    </GalleyContext>
  );
}

/** The claim whose number or note was clicked; null for a click that asks for another tab or window. */
function claimOfLink({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): string | null {
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return null;
  if (target.closest("a.n") !== null) return target.closest<HTMLElement>(".claim")?.dataset.claim ?? null;
  return target.closest("a.note")?.closest<HTMLElement>("[data-note]")?.dataset.note ?? null;
}

/** Marks nest with the shortest inside. A withdrawn claim that is not shown is no target. */
function claimOfWords(target: Element): string | null {
  if (target.closest("a, button") !== null || document.getSelection()?.isCollapsed === false) return null;
  const mark = target.closest<HTMLElement>(
    ".galley[data-only=withdrawn] .claim, .claim:not([data-state=withdrawn]), .claim[aria-current]",
  );
  return mark?.dataset.claim ?? null;
}

/** Tells the style sheet how tall the bars above the text are, for what sticks or scrolls below them. */
function useHeadHeight(): void {
  useEffect(() => {
    const slug = document.querySelector(".slug");
    if (slug === null) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      const bar = document.querySelector(".bar")?.getBoundingClientRect().height ?? 0;
      const sticks = getComputedStyle(slug).position === "sticky";
      root.style.setProperty("--head", `${bar + (sticks ? slug.getBoundingClientRect().height : 0)}px`);
    });
    observer.observe(slug);
    return () => {
      observer.disconnect();
      root.style.removeProperty("--head");
    };
  }, []);
}
