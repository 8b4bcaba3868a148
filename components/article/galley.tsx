"use client";

import { useParams, useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { claimHref, GalleyContext, OpenClaim } from "#components/article/galley-context.ts";
import { focusPanel, wantPanelFocus } from "#components/article/panel-focus.ts";

type Props = {
  articleId: string;
  label: string;
  lang: string | null;
  /** Stands beside the sheet and knows what is open too. */
  beside: ReactNode;
  children: ReactNode;
};

/**
 * The sheet that the text lies on. Knows which claim is open and which state is asked for, by the address; a click on
 * claimed words opens the shortest claim there, unless it ends a selection.
 */
export function Galley({ articleId, label, lang, beside, children }: Props) {
  const router = useRouter();
  const { claimId } = useParams();
  const only = useSearchParams().get("state");
  const opened = typeof claimId === "string" ? claimId : null;
  const [open] = useState(() => new OpenClaim(opened));
  useLayoutEffect(() => open.set(opened), [open, opened]);
  const view = useMemo(() => ({ articleId, open, only }), [articleId, open, only]);
  useHeadHeight();

  const openShortest = (event: MouseEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest("a, button")) return;
    if (document.getSelection()?.isCollapsed === false) return;
    const id = shortestClaim(event.target);
    if (id === null) return;
    if (id === opened) return focusPanel();
    wantPanelFocus();
    router.push(claimHref(articleId, { claimId: id, only }), { scroll: false });
  };

  return (
    <GalleyContext value={view}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each claim's number is the link for the keyboard */}
      <article
        id="text"
        className="galley"
        aria-label={label}
        lang={lang ?? undefined}
        data-only={only ?? undefined}
        tabIndex={-1}
        onClick={openShortest}
      >
        {children}
      </article>
      {beside}
    </GalleyContext>
  );
}

/** Marks nest with the shortest inside. A withdrawn claim that is not shown is no target. */
function shortestClaim(target: Element): string | null {
  const mark = target.closest<HTMLElement>(
    ".claim:not([data-state=withdrawn]), .claim[data-shown], .claim[aria-current]",
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
