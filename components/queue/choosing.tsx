"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { QueueRow } from "#lib/domain/queue-views.ts";

type Choosing = {
  readonly chosen: ReadonlySet<string>;
  /** Chooses or leaves a claim; `through` takes everything between it and the one before along. */
  readonly choose: (id: string, on: boolean, through: "one" | "range") => void;
  readonly chooseAll: (on: boolean) => void;
};

const Context = createContext<Choosing | null>(null);

/** Which of the shown claims are chosen, for the boxes and the bar inside. */
export function ChoosingProvider({ rows, children }: { rows: readonly QueueRow[]; children: ReactNode }) {
  const [chosenIds, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const value = useMemo(() => {
    const ids = rows.map((row) => row.claimId);
    const choose: Choosing["choose"] = (id, on, through) => {
      const [from, to] = [ids.indexOf(last ?? id), ids.indexOf(id)].toSorted((a, b) => a - b);
      const range = through === "range" && from !== -1 ? ids.slice(from, (to ?? 0) + 1) : [id];
      setChosen((before) => {
        const next = new Set(before);
        for (const one of range) on ? next.add(one) : next.delete(one);
        return next;
      });
      setLast(id);
    };
    const chooseAll = (on: boolean) => setChosen(new Set(on ? ids : []));
    return { chosen: new Set(ids.filter((id) => chosenIds.has(id))), choose, chooseAll };
  }, [rows, chosenIds, last]);
  return <Context value={value}>{children}</Context>;
}

export function useChoosing(): Choosing | null {
  return useContext(Context);
}

/** The box of one claim; with Shift it chooses all from the one before. Nothing where nothing can be chosen. */
export function ChooseBox({ row }: { row: QueueRow }) {
  const choosing = useChoosing();
  if (choosing === null) return null;
  return (
    <label className="pickat">
      <input
        type="checkbox"
        className="pick"
        aria-label={`Choose claim ${row.number} of ${row.articleTitle}`}
        checked={choosing.chosen.has(row.claimId)}
        onChange={(event) => {
          const { nativeEvent } = event;
          const isRange = "shiftKey" in nativeEvent && nativeEvent.shiftKey === true;
          choosing.choose(row.claimId, event.target.checked, isRange ? "range" : "one");
        }}
      />
    </label>
  );
}
