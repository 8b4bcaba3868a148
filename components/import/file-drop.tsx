"use client";

import { type DragEvent, useRef, useState } from "react";
import { documentTypes } from "#components/desk/send-import.ts";
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
  const [isOver, setIsOver] = useState(false);
  const hand = () => {
    const chosen = [...(input.current?.files ?? [])];
    if (chosen.length === 0 || onFiles === undefined) return;
    onFiles(chosen);
    if (name === undefined && input.current !== null) input.current.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (input.current === null || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    hand();
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setIsOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div
      className="drop"
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
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
    </div>
  );
}
