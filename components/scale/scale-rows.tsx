"use client";

import { useEffect, useRef } from "react";
import { RatingRow } from "#components/scale/rating-row.tsx";
import { blankRow, moved, type Row, renumbered } from "#components/scale/scale-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { useField } from "#components/ui/form-context.ts";
import { Icon } from "#components/ui/icon.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { type ScaleKind, scaleLimits } from "#lib/domain/scale.ts";

type Props = { rows: readonly Row[]; kind: ScaleKind; onChange: (rows: readonly Row[]) => void };

let made = 0;

/** The ratings, the truest first: added, removed with undo, moved by buttons or Alt with an arrow. */
export function ScaleRows({ rows, kind, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<string | null>(null);
  const error = useField("ratings", "").error;
  // Moving a row takes the focus out of the document in some browsers; it belongs where it was.
  useEffect(() => {
    if (focusNext.current === null || rows.length === 0) return;
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  }, [rows]);

  const move = (from: number, to: number) => {
    const row = rows[from];
    if (row === undefined || to < 0 || to >= rows.length) return;
    const active = document.activeElement?.getAttribute("data-at") ?? "label";
    focusNext.current = `[data-row="${CSS.escape(row.key)}"] [data-at="${active}"]`;
    onChange(moved(rows, from, to));
    announce(`${row.label || "The rating"} is at place ${to + 1} of ${rows.length}.`);
  };
  const remove = (index: number) => {
    const row = rows[index];
    const left = renumbered(
      rows,
      rows.filter((_, at) => at !== index),
    );
    const near = left[Math.min(index, left.length - 1)];
    focusNext.current = near === undefined ? null : `[data-row="${CSS.escape(near.key)}"] [data-at="label"]`;
    onChange(left);
    showToast(`${row?.label || "The rating"} is removed.`, () => onChange(rows));
  };
  const add = () => {
    made += 1;
    const row = blankRow(`new-${made}`);
    focusNext.current = `[data-row="${row.key}"] [data-at="label"]`;
    onChange([...rows, row]);
  };

  const isSentence = kind === "sentence";
  return (
    <div>
      {isSentence && (
        <p className="soft max-w-160">
          Authors write each verdict as one sentence of up to {scaleLimits.sentence} characters. Where counts have room
          for a word only, they say this instead:
        </p>
      )}
      <ol className="ratings" ref={list}>
        {rows.map((row, index) => (
          <RatingRow
            key={row.key}
            row={row}
            index={index}
            count={rows.length}
            isOnly={isSentence}
            onChange={(part) => {
              const next = rows.map((one) => (one.key === row.key ? { ...one, ...part } : one));
              onChange(part.token === undefined ? next : renumbered(rows, next));
            }}
            onMove={(by) => move(index, index + by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {error !== undefined && (
        <p className="err" role="alert">
          <Icon name="warn" /> {error}
        </p>
      )}
      {!isSentence && rows.length < scaleLimits.ratings && <Button onClick={add}>Add a rating</Button>}
    </div>
  );
}
