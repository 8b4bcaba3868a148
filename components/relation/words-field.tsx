"use client";

import { useEffect, useRef, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { useField } from "#components/ui/form-context.ts";

type Props = {
  /** The form's names for where the words begin and end. */
  names: { readonly start: string; readonly end: string };
  label: string;
  text: string;
  /** Where `text` begins, UTF-16 code units; what is sent is counted so. */
  from: number;
};

/**
 * Text to select words in, by mouse, finger or keys. It refuses what is typed instead of being read-only, for browsers
 * show no caret in a read-only field.
 */
export function WordsField({ names, label, text, from }: Props) {
  const { error } = useField(names.start, label);
  const field = useRef<HTMLTextAreaElement>(null);
  const [span, setSpan] = useState<{ readonly start: number; readonly end: number } | null>(null);
  useEffect(() => {
    const area = field.current;
    const refuse = (event: Event) => event.preventDefault();
    const read = () => {
      if (area === null || document.activeElement !== area) return;
      const { selectionStart: start, selectionEnd: end } = area;
      if (start !== end) setSpan({ start, end });
    };
    // Not React's onSelect: it does not hear what a finger selects, and fires only after the next key or click.
    document.addEventListener("selectionchange", read);
    area?.addEventListener("select", read);
    area?.addEventListener("beforeinput", refuse);
    return () => {
      document.removeEventListener("selectionchange", read);
      area?.removeEventListener("select", read);
      area?.removeEventListener("beforeinput", refuse);
    };
  }, []);
  useEffect(() => {
    if (error !== undefined) field.current?.focus();
  }, [error]);
  const chosen = span === null ? "" : text.slice(span.start, span.end);
  return (
    <div>
      <Field name={names.start} label={label} hint={chosen === "" ? "Nothing selected." : `Selected: ${chosen}`}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="in"
            dir="auto"
            rows={3}
            inputMode="none"
            aria-readonly
            value={text}
            onChange={() => undefined}
          />
        )}
      </Field>
      <input type="hidden" name={names.start} value={span === null ? "" : from + span.start} readOnly />
      <input type="hidden" name={names.end} value={span === null ? "" : from + span.end} readOnly />
    </div>
  );
}
