"use client";

import { useEffect, useRef, useState } from "react";
import type { Row } from "#components/scale/scale-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useFormContext } from "#components/ui/form-context.ts";
import { showToast } from "#components/ui/toast.tsx";
import { scaleLimits, type Translation } from "#lib/domain/scale.ts";

type Props = { rows: readonly Row[]; onChange: (rows: readonly Row[]) => void };

/** Labels and definitions in other languages: reports of articles in that language print them. */
export function Translations({ rows, onChange }: Props) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const [tag, setTag] = useState("");
  const [problem, setProblem] = useState("");
  const { errors } = useFormContext();
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  // A language that was added is written next; where one was removed, the next can be named.
  useEffect(() => {
    if (focusNext.current === null) return;
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const tags = [...new Set([...rows.flatMap((row) => Object.keys(row.translations)), ...added])];
  const isWrong = Object.keys(errors).some((name) => name.includes(".translations."));
  const add = () => {
    const known = tagOf(tag);
    if (known === null) return setProblem("Write the language as a tag, for example en, de or ar.");
    if (tags.includes(known)) return setProblem(`The words in ${known} are there already.`);
    if (tags.length >= scaleLimits.languages) return setProblem("Keep to 20 languages or fewer.");
    focusNext.current = `input[lang="${CSS.escape(known)}"]`;
    setAdded([...added, known]);
    setTag("");
    setProblem("");
  };
  const write = (key: string, language: string, words: Translation) =>
    onChange(
      rows.map((row) => (row.key === key ? { ...row, translations: { ...row.translations, [language]: words } } : row)),
    );
  const drop = (language: string) => {
    focusNext.current = ".addlanguage input";
    showToast(`The words in ${language} are removed.`, () => {
      setAdded(added);
      onChange(rows);
    });
    setAdded(added.filter((one) => one !== language));
    onChange(
      rows.map((row) => ({
        ...row,
        translations: Object.fromEntries(Object.entries(row.translations).filter(([one]) => one !== language)),
      })),
    );
  };
  return (
    <details className="tale" open={isWrong || undefined}>
      <summary>Other languages {tags.length > 0 && <small className="num">{tags.length}</small>}</summary>
      <div className="stack" ref={list}>
        <p className="soft max-w-160">Reports of articles in these languages print these words.</p>
        {tags.map((language) => (
          <fieldset key={language} className="language">
            <legend>
              {language}{" "}
              <Button onClick={() => drop(language)} aria-label={`Remove ${language}`}>
                Remove
              </Button>
            </legend>
            {rows.map((row, index) => {
              const words = row.translations[language] ?? { label: "", definition: "" };
              const at = `ratings.${index}.translations.${language}`;
              return (
                <div key={row.key} className="two">
                  <Words
                    name={`${at}.label`}
                    label={`Label of ${row.label || `rating ${index + 1}`}`}
                    max={scaleLimits.label}
                    language={language}
                    value={words.label}
                    onChange={(label) => write(row.key, language, { ...words, label })}
                  />
                  <Words
                    name={`${at}.definition`}
                    label="What it means"
                    max={scaleLimits.definition}
                    language={language}
                    value={words.definition}
                    onChange={(definition) => write(row.key, language, { ...words, definition })}
                  />
                </div>
              );
            })}
          </fieldset>
        ))}
        <div className="addlanguage">
          <Field name="language" label="Language" {...(problem === "" ? {} : { error: problem })}>
            {(control) => (
              <input
                {...control}
                className="in"
                dir="ltr"
                autoComplete="off"
                placeholder="de"
                maxLength={40}
                value={tag}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
                  // Enter adds the language here; it would send the whole scale.
                  event.preventDefault();
                  add();
                }}
                onChange={(event) => setTag(event.target.value)}
              />
            )}
          </Field>
          <Button onClick={add}>Add a language</Button>
        </div>
      </div>
    </details>
  );
}

type WordsProps = {
  name: string;
  label: string;
  value: string;
  max: number;
  language: string;
  onChange: (words: string) => void;
};

function Words({ name, label, value, max, language, onChange }: WordsProps) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <input
          {...control}
          className="in"
          dir="auto"
          lang={language}
          name={name}
          maxLength={max}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** The tag in its canonical form; null for what is none. */
function tagOf(written: string): string | null {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(written.trim())) return null;
  try {
    return Intl.getCanonicalLocales(written.trim())[0] ?? null;
  } catch {
    // What is no tag is said at the field.
    return null;
  }
}
