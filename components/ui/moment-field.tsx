"use client";

import { useEffect, useRef, useState } from "react";
import { Field } from "#components/ui/field.tsx";

/** A due moment: shown and typed in the reader's own time, sent as `dueAt` in UTC (ISO 8601, empty for none). */
export function DueField({ dueAt }: { dueAt: string | null }) {
  const sent = useRef<HTMLInputElement>(null);
  const [local, setLocal] = useState("");
  useEffect(() => setLocal(localOf(dueAt ?? "")), [dueAt]);

  // A draft or "Take theirs" writes the hidden field from outside and says so on the form.
  useEffect(() => {
    const form = sent.current?.form;
    const follow = (event: Event) => {
      if (event.target === form && sent.current !== null) setLocal(localOf(sent.current.value));
    };
    form?.addEventListener("input", follow);
    return () => form?.removeEventListener("input", follow);
  }, []);

  return (
    <div>
      <Field name="dueAt" label="Due">
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            className="in"
            value={local}
            onChange={(event) => setLocal(event.target.value)}
          />
        )}
      </Field>
      <input ref={sent} type="hidden" name="dueAt" value={instantOf(local)} readOnly />
    </div>
  );
}

function localOf(iso: string): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return "";
  return new Date(moment - new Date(moment).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(local: string): string {
  const moment = Date.parse(local);
  return Number.isNaN(moment) ? "" : new Date(moment).toISOString();
}
