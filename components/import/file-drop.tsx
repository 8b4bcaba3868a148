"use client";

import { useRef } from "react";
import { documentTypes } from "#components/desk/send-import.ts";
import { DropArea } from "#components/ui/drop-area.tsx";
import { Field } from "#components/ui/field.tsx";

type Props = {
  readonly label: string;
  readonly hint: string;
  /** The field's name in its form; without one the files only go to `onFiles`. */
  readonly name?: string;
  readonly onFiles?: (files: readonly File[]) => void;
};

/** A native field for several files that files can be dropped on; it says what was chosen. */
export function FileDrop({ label, hint, name, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const hand = () => {
    const chosen = [...(input.current?.files ?? [])];
    if (chosen.length === 0 || onFiles === undefined) return;
    onFiles(chosen);
    if (name === undefined && input.current !== null) input.current.value = "";
  };
  const take = (files: FileList) => {
    if (input.current === null) return;
    input.current.files = files;
    hand();
  };
  return (
    <DropArea onFiles={take}>
      <Field name={name ?? "files"} label={label} hint={<>Choose files or drop them here. {hint}</>}>
        {(control) => (
          <input
            ref={input}
            {...control}
            className="in"
            type="file"
            multiple
            accept={documentTypes}
            {...(name === undefined ? {} : { name })}
            onChange={hand}
          />
        )}
      </Field>
    </DropArea>
  );
}
