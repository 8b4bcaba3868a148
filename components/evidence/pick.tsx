"use client";

import { type ReactNode, useId } from "react";
import { useField } from "#components/ui/form-context.ts";
import { Icon } from "#components/ui/icon.tsx";

type Option = { readonly value: string; readonly label: ReactNode };
type Props = { name: string; label: string; options: readonly Option[]; defaultValue?: string | undefined };

/** A choice of one as native radio buttons in a line; what was chosen before (a refused form, a draft) wins. */
export function Pick({ name, label, options, defaultValue }: Props) {
  const { error, value } = useField(name, label);
  const id = useId();
  const chosen = value ?? defaultValue;
  return (
    <fieldset className="pick" aria-describedby={error === undefined ? undefined : id}>
      <legend>{label}</legend>
      <div className="row">
        {options.map((option) => (
          <label key={option.value}>
            <input
              className="dot"
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              aria-invalid={error === undefined ? undefined : true}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className="err" id={id}>
          <Icon name="warn" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
