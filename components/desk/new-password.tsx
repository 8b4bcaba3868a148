"use client";

import { useId, useState } from "react";
import { TextField } from "#components/ui/field.tsx";

/** A password to be: at least 12 characters, which the server checks; it can be pasted, and looked at. */
export function NewPassword({ label }: { label: string }) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div>
      <TextField
        name="password"
        label={label}
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        maxLength={1024}
        hint="At least 12 characters. A few plain words are fine."
      />
      <label className="tick" htmlFor={id}>
        <input id={id} type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        Show it
      </label>
    </div>
  );
}
