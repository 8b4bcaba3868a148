"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { useField } from "#components/ui/form-context.ts";
import { Icon } from "#components/ui/icon.tsx";

type Own = { name: string; label: string; error?: string; hint?: ReactNode };
type Control = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** A label, its control, a hint, and what is wrong with it; `children` gets the attributes that tie them together. */
export function Field({ name, label, error, hint, children }: Own & { children: (control: Control) => ReactNode }) {
  const form = useField(name, label);
  const sentence = error ?? form.error;
  const id = useId();
  const describedBy = [sentence && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={sentence ? "field bad" : "field"}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(describedBy === "" ? {} : { "aria-describedby": describedBy }),
        ...(sentence ? { "aria-invalid": true } : {}),
      })}
      {sentence ? (
        <p className="err" id={`${id}-error`}>
          <Icon name="warn" />
          <span>{sentence}</span>
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type Native<T extends "input" | "textarea" | "select"> = Own & Omit<ComponentProps<T>, keyof Own | "id" | "className">;

/** The parts of a field's props that belong to `Field`, without setting what was left out. */
function own({ name, label, error, hint }: Own): Own {
  return { name, label, ...(error === undefined ? {} : { error }), ...(hint === undefined ? {} : { hint }) };
}

/** One line of text. What was typed before (a refused form, a draft) wins over `defaultValue`. */
export function TextField({ label, error, hint, defaultValue, ...rest }: Native<"input">) {
  const { value } = useField(rest.name, label);
  return (
    <Field {...own({ name: rest.name, label, ...(error ? { error } : {}), hint })}>
      {(control) => <input dir="auto" {...rest} {...control} className="in" defaultValue={value ?? defaultValue} />}
    </Field>
  );
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, error, hint, defaultValue, rows = 3, ...rest }: Native<"textarea">) {
  const { value } = useField(rest.name, label);
  return (
    <Field {...own({ name: rest.name, label, ...(error ? { error } : {}), hint })}>
      {(control) => (
        <textarea dir="auto" {...rest} {...control} rows={rows} className="in" defaultValue={value ?? defaultValue} />
      )}
    </Field>
  );
}

/** A native choice of one; `children` are its options. */
export function SelectField({ label, error, hint, defaultValue, children, ...rest }: Native<"select">) {
  const { value } = useField(rest.name, label);
  return (
    <Field {...own({ name: rest.name, label, ...(error ? { error } : {}), hint })}>
      {(control) => (
        <select {...rest} {...control} className="in" defaultValue={value ?? defaultValue}>
          {children}
        </select>
      )}
    </Field>
  );
}

const dateTypes = { day: "date", moment: "datetime-local", partial: "text" } as const;

/** A day, a moment in the reader's own time, or a date of which only the year or the month may be known (`partial`). */
export function DateField({
  kind = "day",
  hint,
  ...rest
}: Omit<Native<"input">, "type"> & { kind?: keyof typeof dateTypes }) {
  return kind === "partial" ? (
    <TextField {...rest} dir="ltr" autoComplete="off" maxLength={40} hint={hint ?? "2026-06-12, or 2026-06, or 2026"} />
  ) : (
    <TextField {...rest} type={dateTypes[kind]} hint={hint} />
  );
}
