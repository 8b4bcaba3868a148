"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { isNamed } from "#components/evidence/is-named-by.ts";
import { SourceOption } from "#components/evidence/source-option.tsx";
import { type FindSources, type OfferedSource, useSourceSearch } from "#components/evidence/use-source-search.ts";
import { Field } from "#components/ui/field.tsx";
import { useField } from "#components/ui/form-context.ts";

type Props = {
  find: FindSources;
  /** Shown when the field is empty: what the desk used last. */
  recent: readonly OfferedSource[];
  onChoose: (source: OfferedSource) => void;
  label?: string;
  hint?: string;
};

/**
 * The title of a new source, which offers the desk's own sources while it is typed: an editable combobox with a list
 * popup (ARIA Authoring Practices Guide). Focus stays in the input; Escape closes the list, then clears nothing.
 */
export function SourceCombobox({
  find,
  recent,
  onChoose,
  label = "Source",
  hint = "Type a title, an address, a DOI or an ISBN: the desk's own sources are offered.",
}: Props) {
  const { value: before } = useField("title", label);
  const [text, setText] = useState(before ?? "");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const found = useSourceSearch(text, find);
  const options = text.trim() === "" ? recent.slice(0, 5) : found;
  const shown = open && options.length > 0;
  // a whole DOI, ISBN or address means one source, so that Enter takes it
  const named = options.findIndex((source) => isNamed(source, text));
  const active = at >= 0 ? at : named;

  const choose = (source: OfferedSource | undefined) => {
    setOpen(false);
    setAt(-1);
    if (source !== undefined) onChoose(source);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setAt((last) => (shown || last === -1 ? wrap(last + step, options.length) : last));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (shown && active >= 0) choose(options[active]);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      event.stopPropagation();
      choose(undefined);
    }
  };

  return (
    <Field name="title" label={label} hint={hint}>
      {(control) => (
        <div className="combo">
          <input
            {...control}
            className="in"
            dir="auto"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={list}
            aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
            autoComplete="off"
            name="title"
            maxLength={500}
            defaultValue={before}
            onChange={(event) => {
              setText(event.target.value);
              setOpen(true);
              setAt(-1);
            }}
            onKeyDown={press}
            onBlur={() => choose(undefined)}
          />
          <div id={list} role="listbox" aria-label="Sources of the desk" hidden={!shown}>
            {options.map((source, index) => (
              <SourceOption
                key={source.id}
                id={`${list}-${index}`}
                source={source}
                isActive={index === active}
                onChoose={() => choose(source)}
              />
            ))}
          </div>
          <span className="vh" aria-live="polite">
            {shown ? offer(options.length) : ""}
          </span>
        </div>
      )}
    </Field>
  );
}

function wrap(index: number, length: number): number {
  return ((index % length) + length) % length;
}

function offer(count: number): string {
  return count === 1 ? "1 source of the desk fits." : `${count} sources of the desk fit.`;
}
