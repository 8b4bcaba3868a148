"use client";

import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isNamedBy, type SourceName } from "#components/evidence/is-named-by.ts";
import { RareSourceFields } from "#components/evidence/rare-source-fields.tsx";
import { SourceCombobox } from "#components/evidence/source-combobox.tsx";
import { SourceAbout, SourceInterests, sourceName } from "#components/evidence/source-line.tsx";
import type { FindSources } from "#components/evidence/use-source-search.ts";
import { DateField, SelectField, TextField } from "#components/ui/field.tsx";
import { sourceKinds, sourceKindWords } from "#lib/domain/evidence.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";

type Props = {
  find: FindSources;
  sources: readonly SourceView[];
  /** The source that is cited already, or that a draft had chosen. */
  initial: SourceView | null;
};

/** An existing source of the desk (`sourceId`), or the fields of a new one, which stay filled in while hidden but are not sent. */
export function SourceFields({ find, sources, initial }: Props) {
  const [chosen, setChosen] = useState(initial);
  const [known, setKnown] = useState<{ source: SourceView; by: SourceName } | null>(null);
  const another = useRef<HTMLButtonElement>(null);
  const fields = useRef<HTMLFieldSetElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    if (chosen === null) fields.current?.querySelector("input")?.focus();
    else another.current?.focus();
  }, [chosen]);

  const choose = (source: SourceView | null) => {
    moved.current = true;
    setKnown(null);
    setChosen(source);
  };
  const recognise = async (by: SourceName, typed: string) => {
    const candidates = typed.trim() === "" ? [] : [...sources, ...(await found(find, typed))];
    const source = candidates.find((candidate) => isNamedBy(candidate, { by, typed }));
    setKnown((before) => (source !== undefined ? { source, by } : before?.by === by ? null : before));
  };
  const offer = (by: SourceName): ReactNode =>
    known?.by === by && (
      <>
        The desk knows it as <bdi>{sourceName(known.source)}</bdi>.{" "}
        <button type="button" className="textbtn" onClick={() => choose(known.source)}>
          Use that source
        </button>
      </>
    );
  const named = (by: SourceName) => ({
    name: by,
    dir: "ltr",
    autoComplete: "off",
    hint: offer(by),
    onBlur: (event: FocusEvent<HTMLInputElement>) => void recognise(by, event.target.value),
  });

  return (
    <div>
      <input type="hidden" name="sourceId" value={chosen?.id ?? ""} readOnly />
      {chosen !== null && (
        <div>
          <p className="lab">Source</p>
          <p className="chosen">
            <span>
              <b>
                <bdi>{sourceName(chosen)}</bdi>
              </b>{" "}
              <SourceAbout source={chosen} />
              <SourceInterests source={chosen} />
            </span>
            <button ref={another} type="button" className="textbtn" onClick={() => choose(null)}>
              Choose another source
            </button>
          </p>
        </div>
      )}
      <fieldset
        ref={fields}
        className="stack"
        aria-label="New source"
        disabled={chosen !== null}
        hidden={chosen !== null}
      >
        <SourceCombobox find={find} recent={sources} onChoose={choose} />
        <TextField {...named("address")} label="Address" type="url" inputMode="url" maxLength={2000} />
        <div className="two">
          <SelectField name="sourceKind" label="Kind of source" defaultValue="publication">
            {sourceKinds.map((kind) => (
              <option key={kind} value={kind}>
                {sourceKindWords[kind]}
              </option>
            ))}
          </SelectField>
          <DateField kind="partial" name="publishedOn" label="Published on" />
        </div>
        <div className="two">
          <TextField name="publication" label="Publication" maxLength={300} />
          <TextField name="author" label="Author" maxLength={300} />
        </div>
        <RareSourceFields doi={named("doi")} isbn={named("isbn")} />
      </fieldset>
    </div>
  );
}

async function found(find: FindSources, query: string): Promise<readonly SourceView[]> {
  try {
    return await find(query);
  } catch {
    // The offer is a convenience: without it the server still finds the same source by its address.
    return [];
  }
}
