"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { claimHref, useGalley } from "#components/article/galley-context.ts";
import type { MarkClaim } from "#components/article/mark-claim.ts";
import { wantPanelFocus } from "#components/article/panel-focus.ts";
import { isPlainKey } from "#components/article/plain-key.ts";
import { useSelectedSpan } from "#components/article/use-selected-span.ts";
import { announce } from "#components/ui/live-region.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { MarkedSpan } from "#lib/domain/fragments.ts";
import type { Span } from "#lib/domain/span.ts";

type Props = {
  articleId: string;
  versionId: string;
  claims: readonly (MarkedSpan & { readonly number: number })[];
  markClaim: MarkClaim;
};

/** What can be done with the selected words: below them where there is room, at the foot of a phone's screen. */
export function SelectionToolbar({ articleId, versionId, claims, markClaim }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const { only } = useGalley();
  const router = useRouter();
  const { span, read, forget } = useSelectedSpan(anchor);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<{ span: Span; id: string } | null>(null);

  const mark = useCallback(async () => {
    const span = read();
    if (span === null || busy) return;
    const open = (claimId: string) => {
      forget();
      wantPanelFocus();
      router.push(claimHref(articleId, { claimId, only }), { scroll: false });
    };
    const same = claims.find((claim) => claim.start === span.start && claim.end === span.end);
    if (same !== undefined) {
      announce(`These words are claim ${same.number} already.`);
      open(same.id);
      return;
    }
    if (!isSame(attempt.current?.span, span)) attempt.current = { span, id: uuidv7() };
    const id = attempt.current?.id ?? uuidv7();
    setBusy(true);
    try {
      const answer = await markClaim({ id, articleId, versionId, start: span.start, end: span.end });
      if (answer.ok) {
        announce(answer.existed ? "These words are a claim already." : "Claim marked.");
        open(answer.claimId);
      } else {
        showToast(answer.sentence);
      }
    } catch {
      showToast("Not connected. The claim was not marked; the words are still selected.");
    } finally {
      setBusy(false);
    }
  }, [read, busy, claims, articleId, versionId, only, markClaim, router, forget]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "c" || !isPlainKey(event) || read() === null) return;
      event.preventDefault();
      void mark();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [read, mark]);

  useLayoutEffect(() => {
    if (span === null) return;
    const place = () => ref.current !== null && placeBelowSelection(ref.current);
    place();
    addEventListener("resize", place);
    return () => removeEventListener("resize", place);
  }, [span]);

  return (
    <>
      <span ref={anchor} hidden />
      {span === null ? null : (
        // Pressing must not end the selection.
        <div
          ref={ref}
          className="seltool"
          role="toolbar"
          aria-label="Selected words"
          data-skip=""
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
        >
          <button type="button" aria-busy={busy || undefined} onClick={() => void mark()}>
            Mark claim <kbd>c</kbd>
          </button>
        </div>
      )}
    </>
  );
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a?.start === b.start && a.end === b.end;
}

const gap = 6;

/** On phones the style sheet fixes the toolbar to the foot; then only words that it would cover make way. */
function placeBelowSelection(toolbar: HTMLElement): void {
  const selection = document.getSelection();
  const galley = toolbar.closest(".galley");
  if (galley === null || selection === null || selection.rangeCount === 0) return;
  const last = [...selection.getRangeAt(0).getClientRects()].at(-1);
  if (last === undefined) return;
  const own = toolbar.getBoundingClientRect();
  if (getComputedStyle(toolbar).position === "fixed") {
    toolbar.style.removeProperty("translate");
    if (last.bottom > own.top) scrollBy({ top: last.bottom - own.top + gap });
    return;
  }
  const sheet = galley.getBoundingClientRect();
  const start = getComputedStyle(galley).direction === "rtl" ? last.right - own.width : last.left;
  const left = Math.max(0, Math.min(start - sheet.left, sheet.width - own.width));
  toolbar.style.translate = `${left}px ${last.bottom - sheet.top + gap}px`;
}
