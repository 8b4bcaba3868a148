"use client";

import { useRef } from "react";
import { DropArea } from "#components/ui/drop-area.tsx";
import { Field } from "#components/ui/field.tsx";

/** A native field for a file and the one beside it, that both can be dropped on. */
export function FileField({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const hand = (files: FileList | null) => {
    if (files !== null && files.length > 0) onFiles([...files]);
  };
  const take = (files: FileList) => {
    if (input.current !== null) input.current.files = files;
    hand(files);
  };
  return (
    <DropArea onFiles={take}>
      <Field
        name="files"
        label="The file"
        hint="Choose it or drop it here. If a file NAME.stet.json came with it, choose both. Nothing is sent anywhere."
      >
        {(control) => (
          <input
            ref={input}
            {...control}
            className="in"
            type="file"
            multiple
            onChange={(event) => hand(event.currentTarget.files)}
          />
        )}
      </Field>
    </DropArea>
  );
}
