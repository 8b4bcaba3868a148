"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { MovableItem } from "#components/evidence/movable-item.tsx";
import { movedOrder, shownOrder } from "#components/report/plan-order.ts";
import { usePlanHere } from "#components/report/plan-provider.tsx";
import { type Moving, PlanRow } from "#components/report/plan-row.tsx";
import { type ClaimsOnPage, claimsAPage } from "#components/report/plan-view.ts";
import { announce } from "#components/ui/live-region.tsx";
import { showToast } from "#components/ui/toast.tsx";

/** Which claims are printed and in which order: ticked and moved by hand, by pointer or keys, one page of them at a time. */
export function PlanList({ claims: page }: { claims: ClaimsOnPage }) {
  const { state, change } = usePlanHere();
  const { claimOrder, hidden } = state.mine;
  const last = useRef<readonly string[]>([]);
  const head = useRef<HTMLLegendElement>(null);
  const focus = useRef<Moving | null>(null);
  const isWithdrawn = useMemo(() => new Set(page.claims.filter((one) => one.isWithdrawn).map(({ id }) => id)), [page]);
  const shown = shownOrder({ claims: page.claims, order: claimOrder, last: last.current });
  const ids = shown.map(({ id }) => id);
  const isHidden = new Set(hidden);
  const kept = useRef({ ids, claimOrder, before: page.before });
  useEffect(() => {
    last.current = ids;
    kept.current = { ids, claimOrder, before: page.before };
  });
  useLayoutEffect(() => {
    if (focus.current === null) return;
    const { id, way } = focus.current;
    focus.current = null;
    const button = (wanted: string) => document.querySelector<HTMLElement>(`[data-move="${wanted} ${id}"]`);
    (button(way) ?? button(way === "down" ? "up" : "down"))?.focus();
  });

  const move = useCallback(
    (from: number, to: number) => {
      const { ids: here, claimOrder: order, before } = kept.current;
      if (from === to || to < -before.length || to >= here.length) return;
      const all = [...before, ...here];
      const place = { from: before.length + from, to: before.length + to };
      // What is not printed stays where it is seen, and does not follow the claim that it stood below.
      last.current = here.toSpliced(from, 1).toSpliced(Math.max(to, 0), 0, ...here.slice(from, from + 1));
      change({ claimOrder: movedOrder({ ids: all, order, ...place }) });
      announce(`Moved to place ${place.to + 1}.`);
    },
    [change],
  );
  const reset = () => {
    const order = claimOrder;
    last.current = [];
    change({ claimOrder: [] });
    // The button goes; who pressed it stays at the list.
    head.current?.focus();
    showToast("The claims are in the order of the text.", () => change({ claimOrder: order }));
  };
  const first = page.before.length;
  return (
    <fieldset className="planset">
      <legend ref={head} tabIndex={-1}>
        Claims
      </legend>
      <p className="aside">
        {claimOrder.length === 0 ? (
          "In the order of the text. "
        ) : (
          <button type="button" className="textbtn" onClick={reset}>
            Back to the order of the text
          </button>
        )}
      </p>
      <ol className="planlist" start={first + 1}>
        {shown.map((claim, index) => (
          <MovableItem key={claim.id} index={index} list="plan" move={shown.length > 1 ? move : null}>
            <PlanRow
              claim={claim}
              place={first + index + 1}
              isPrinted={!isHidden.has(claim.id)}
              isWithdrawn={isWithdrawn.has(claim.id)}
              ways={
                isWithdrawn.has(claim.id) && !claim.isPrinted
                  ? []
                  : waysOf(first + index, { first, end: first + shown.length })
              }
              onPrint={(wanted) =>
                change({ hidden: wanted ? hidden.filter((id) => id !== claim.id) : [...hidden, claim.id] })
              }
              onMove={(way) => {
                focus.current = { id: claim.id, way };
                move(index, way === "top" ? -first : way === "up" ? index - 1 : index + 1);
              }}
            />
          </MovableItem>
        ))}
      </ol>
      <Pages page={page} />
    </fieldset>
  );
}

type Way = Moving["way"];

/** Where a claim can go from its place, which counts from 0 over all pages. */
function waysOf(place: number, { first, end }: { first: number; end: number }): readonly Way[] {
  const ways: readonly (Way | false)[] = [place > 1 && "top", place > first && "up", place < end - 1 && "down"];
  return ways.filter((way) => way !== false);
}

function Pages({ page: { before, claims, total } }: { page: ClaimsOnPage }) {
  const path = usePathname();
  const first = before.length;
  const end = first + claims.length;
  if (claims.length === total) return null;
  const at = (from: number) => (from <= 0 ? path : `${path}?from=${from + 1}`);
  const count = (number: number) => number.toLocaleString("en");
  return (
    <p className="planpages aside">
      {`Claims ${count(first + 1)} to ${count(end)} of ${count(total)}.`}
      {first > 0 && (
        <Link className="link" href={at(first - claimsAPage)} prefetch={false} scroll={false}>
          Those before
        </Link>
      )}
      {end < total && (
        <Link className="link" href={at(end)} prefetch={false} scroll={false}>
          Those after
        </Link>
      )}
    </p>
  );
}
