"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { UnplacedRow } from "#lib/domain/annotation-views.ts";

/** What has no place in the text and stays out, to be copied. */
export function UnplacedRows({ rows }: { rows: readonly UnplacedRow[] }) {
  const id = useId();
  const text = rows.map(({ label, words }) => `${label}\t${words.replace(/\s+/g, " ")}`).join("\n");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      showToast("The list is copied.");
    } catch {
      // Without the permission, or without https, the field can still be copied by hand.
      showToast("It could not be copied. Select the list and copy it by hand.");
    }
  };
  return (
    <section className="unplaced" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>
        {rows.length === 1 ? "1 has no place in the text" : `${rows.length} have no place in the text`}
      </h2>
      <p className="soft" id={`${id}-why`}>
        What has no place stays out. Copy the list to keep it.
      </p>
      <textarea
        className="in"
        aria-labelledby={`${id}-head`}
        aria-describedby={`${id}-why`}
        dir="auto"
        readOnly
        rows={Math.min(rows.length, 6)}
        value={text}
      />
      <Button onClick={() => void copy()}>Copy the list</Button>
    </section>
  );
}
