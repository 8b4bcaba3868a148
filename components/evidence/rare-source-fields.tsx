"use client";

import type { ComponentProps } from "react";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { useFormContext } from "#components/ui/form-context.ts";

type Named = Omit<ComponentProps<typeof TextField>, "label">;
type Props = { doi: Named; isbn: Named };

const rare = ["doi", "isbn", "interests"] as const;

/** What most new sources do without when they are cited first. Folded until something is in it, or wrong with it. */
export function RareSourceFields({ doi, isbn }: Props) {
  const { errors, values } = useFormContext();
  const isTyped = rare.some((name) => errors[name] !== undefined || (values[name] ?? "") !== "");
  return (
    <details className="unfold" open={isTyped}>
      <summary>More of the source: DOI, ISBN, interests</summary>
      <div className="stack">
        <div className="two">
          <TextField {...doi} label="DOI" maxLength={500} />
          <TextField {...isbn} label="ISBN" maxLength={30} />
        </div>
        <TextArea
          name="interests"
          label="Interests"
          hint="Who pays it, what it has at stake, which side it is on."
          maxLength={2000}
          rows={1}
        />
      </div>
    </details>
  );
}
