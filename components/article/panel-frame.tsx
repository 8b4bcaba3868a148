"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { AlsoHere } from "#components/article/also-here.tsx";
import { claimHref } from "#components/article/galley-context.ts";
import { takePanelFocus, wantPanelFocus } from "#components/article/panel-focus.ts";
import { Icon } from "#components/ui/icon.tsx";

type Props = {
  articleId: string;
  claimId: string;
  number: number;
  ofClaims: number;
  previousId: string | null;
  nextId: string | null;
  children: ReactNode;
};

let lastTall = false;

/** Where a claim's panel stands: beside the text, or as a sheet over its foot that a button makes taller. */
export function PanelFrame({ articleId, claimId, number, ofClaims, previousId, nextId, children }: Props) {
  const ref = useRef<HTMLElement>(null);
  const [tall, setTall] = useState(lastTall);
  const only = useSearchParams().get("state");
  useEffect(() => {
    const asked = takePanelFocus();
    if (asked) ref.current?.focus({ preventScroll: true });
    return showClaim(claimId);
  }, [claimId]);
  const turn = () => {
    lastTall = !tall;
    setTall(!tall);
  };
  const step = (id: string | null, { icon, label }: { icon: "prev" | "next"; label: string }) =>
    id === null ? null : (
      <Link
        className="ib"
        href={claimHref(articleId, { claimId: id, only })}
        prefetch={false}
        scroll={false}
        aria-label={label}
        onClick={wantPanelFocus}
      >
        <Icon name={icon} />
      </Link>
    );
  return (
    <aside
      ref={ref}
      id="panel"
      className="panel"
      data-claim={claimId}
      aria-label={`Claim ${number}`}
      tabIndex={-1}
      data-tall={tall ? "" : undefined}
    >
      <header className="frame">
        <button type="button" className="grab" aria-expanded={tall} onClick={turn}>
          <span className="vh">{tall ? "Make the panel smaller" : "Make the panel taller"}</span>
        </button>
        <h2>
          Claim {number} <span className="faint font-normal">of {ofClaims}</span>
        </h2>
        <nav className="end" aria-label="Claims">
          {step(previousId, { icon: "prev", label: "Previous claim" })}
          {step(nextId, { icon: "next", label: "Next claim" })}
          <Link
            className="ib"
            href={`/articles/${articleId}${only === null ? "" : `?state=${encodeURIComponent(only)}`}`}
            prefetch={false}
            scroll={false}
            aria-label="Back to the text"
            onClick={() => document.getElementById(`claim-${claimId}`)?.focus({ preventScroll: true })}
          >
            <Icon name="close" />
          </Link>
        </nav>
        <AlsoHere articleId={articleId} claimId={claimId} only={only} />
      </header>
      {children}
    </aside>
  );
}

/** How long text above a place may still find its true height, after a jump into text that was not laid out. */
const settlingFrames = 6;

/** Scrolls only as far as it takes to see the claim's first line beside or above its panel. Returns what stops it. */
function showClaim(claimId: string): () => void {
  let left = settlingFrames;
  let frame = 0;
  const show = () => {
    document.getElementById(`claim-${claimId}`)?.scrollIntoView({ block: "nearest" });
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(show);
  };
  show();
  return () => cancelAnimationFrame(frame);
}
