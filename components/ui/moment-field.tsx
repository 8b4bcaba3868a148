"use client";

import { useEffect, useRef, useState } from "react";
import { Field } from "#components/ui/field.tsx";

type Props = {
  name: string;
  label: string;
  hint?: string;
  /** ISO 8601, in UTC; null for none. */
  value: string | null;
};

/** A moment, shown and typed in the reader's own time and sent under `name` in UTC (ISO 8601, empty for none). */
export function MomentField({ name, label, hint, value }: Props) {
  const sent = useRef<HTMLInputElement>(null);
  const [local, setLocal] = useState("");
  useEffect(() => setLocal(localOf(value ?? "")), [value]);

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
      <Field name={name} label={label} {...(hint === undefined ? {} : { hint })}>
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
      <input ref={sent} type="hidden" name={name} value={instantOf(local)} readOnly />
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
