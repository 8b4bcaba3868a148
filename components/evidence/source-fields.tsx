"use client";

import { useEffect, useRef, useState } from "react";
import { SourceCombobox } from "#components/evidence/source-combobox.tsx";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import type { FindSources } from "#components/evidence/use-source-search.ts";
import { bareAddress, isSameAddress } from "#components/evidence/web-address.ts";
import { DateField, SelectField, TextField } from "#components/ui/field.tsx";
import { sourceKinds, sourceKindWords } from "#lib/domain/evidence.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";

type Props = {
  find: FindSources;
  sources: readonly SourceView[];
  /** The source that is cited already, or that a draft had chosen. */
  initial: SourceView | null;
};

/** An existing source of the desk (`sourceId`), or the fields of a new one, which stay filled in while hidden. */
export function SourceFields({ find, sources, initial }: Props) {
  const [chosen, setChosen] = useState(initial);
  const [known, setKnown] = useState<SourceView | null>(null);
  const another = useRef<HTMLButtonElement>(null);
  const fields = useRef<HTMLDivElement>(null);
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
  const recognise = async (address: string) => {
    const candidates = address.trim() === "" ? [] : [...sources, ...(await found(find, bareAddress(address)))];
    setKnown(candidates.find((source) => isSameAddress(source.address, address)) ?? null);
  };

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
            </span>
            <button ref={another} type="button" className="textbtn" onClick={() => choose(null)}>
              Choose another source
            </button>
          </p>
        </div>
      )}
      <div ref={fields} className="stack" hidden={chosen !== null}>
        <SourceCombobox find={find} recent={sources} onChoose={choose} />
        <TextField
          name="address"
          label="Address"
          type="url"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          maxLength={2000}
          onBlur={(event) => void recognise(event.target.value)}
          hint={
            known !== null && (
              <>
                The desk knows this address as <bdi>{sourceName(known)}</bdi>.{" "}
                <button type="button" className="textbtn" onClick={() => choose(known)}>
                  Use that source
                </button>
              </>
            )
          }
        />
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
      </div>
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
