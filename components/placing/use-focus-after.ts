"use client";

import { useEffect, useState } from "react";
import { type Answered, takeLeft } from "#components/placing/left-for-text.ts";
import type { PlacingRow } from "#lib/domain/version-views.ts";

/**
 * Rows that were answered go away with the focus in them: it goes to the row that takes their place. So it does for
 * whoever comes back from choosing words in the text; to the same row, where none were chosen.
 */
export function useFocusAfter(rows: readonly PlacingRow[]): (answered: Answered) => void {
  const [gone, setGone] = useState<Answered | null>(null);
  useEffect(() => {
    const left = takeLeft();
    if (left === null) return;
    focusRow([...left.ids, ...left.next]);
    setGone(left);
  }, []);
  useEffect(() => {
    if (gone === null || rows.some((row) => gone.ids.includes(row.claimId))) return;
    const active = document.activeElement;
    if (active === null || active === document.body) focusRow(gone.next);
    setGone(null);
  }, [gone, rows]);
  return setGone;
}

/** The first of these that is in the list. */
function focusRow(ids: readonly string[]): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".plrows > li")];
  const id = ids.find((one) => rows.some((row) => row.dataset.claim === one));
  rows
    .find((row) => row.dataset.claim === id)
    ?.querySelector<HTMLElement>(".s")
    ?.focus();
}
