"use client";

import { createContext, useContext, useEffect } from "react";
import type { FieldErrors } from "#lib/domain/failure.ts";
import type { Typed } from "#lib/domain/form-state.ts";

/** Keeps a draft under a key; `at` is when, ISO 8601. A rejection means that it was not kept. */
export type SaveDraft = (key: string, fields: Typed) => Promise<{ readonly at: string }>;

/** The same as the server answers: null when it was not kept. */
export type KeepDraft = (key: string, fields: Record<string, string>) => Promise<{ readonly at: string } | null>;

export const DraftContext = createContext<SaveDraft | null>(null);

export type FormContextValue = {
  readonly errors: FieldErrors;
  /** What was typed before, by field name; it wins over a field's own default. */
  readonly values: Typed;
  readonly busy: boolean;
  readonly nameField: (name: string, label: string) => void;
};

const outsideAnyForm: FormContextValue = { errors: {}, values: {}, busy: false, nameField: () => undefined };

export const FormContext = createContext<FormContextValue>(outsideAnyForm);

export function useFormContext(): FormContextValue {
  return useContext(FormContext);
}

/** What a field needs of its form: its error, and the text to begin with. Tells the form the field's label. */
export function useField(name: string, label: string): { error: string | undefined; value: string | undefined } {
  const { errors, values, nameField } = useContext(FormContext);
  useEffect(() => nameField(name, label), [nameField, name, label]);
  return { error: errors[name], value: values[name] };
}
