"use client";

import { usePlanHere } from "#components/report/plan-provider.tsx";
import { type Tongue, templateNames } from "#components/report/plan-view.ts";
import { Field } from "#components/ui/field.tsx";
import { reportTemplates } from "#lib/domain/edition.ts";

/** For whom the report is, in which language it speaks, its summary and how it was checked. */
export function PlanWords({ languages }: { languages: readonly Tongue[] }) {
  const { state, change } = usePlanHere();
  const { mine, trouble } = state;
  const isListed = languages.some(({ tag }) => tag === mine.language);
  const error = (name: string) => (trouble?.[name] === undefined ? {} : { error: trouble[name] });
  return (
    <div className="stack">
      <div className="two">
        <Field name="template" label="For" {...error("template")}>
          {(control) => (
            <select
              {...control}
              name="template"
              className="in"
              value={mine.template}
              onChange={({ target }) => {
                const template = reportTemplates.find((known) => known === target.value);
                if (template !== undefined) change({ template });
              }}
            >
              {reportTemplates.map((template) => (
                <option key={template} value={template}>
                  {templateNames[template]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="language" label="Language" {...error("language")}>
          {(control) => (
            <select
              {...control}
              name="language"
              className="in"
              value={mine.language}
              onChange={({ target }) => change({ language: target.value })}
            >
              {languages.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
              {!isListed && <option value={mine.language}>{mine.language}</option>}
            </select>
          )}
        </Field>
      </div>
      <Long
        {...{ name: "summary", label: "Summary", hint: "Stands under the title. Left empty, the counts do." }}
        {...error("summary")}
      />
      <Long
        {...{ name: "method", label: "How it was checked", hint: "Stands below the claims." }}
        {...error("method")}
      />
    </div>
  );
}

type LongProps = { name: "summary" | "method"; label: string; hint: string; error?: string };

function Long({ name, label, hint, error }: LongProps) {
  const { state, change } = usePlanHere();
  return (
    <Field {...{ name, label, hint }} {...(error === undefined ? {} : { error })}>
      {(control) => (
        <textarea
          {...control}
          name={name}
          dir="auto"
          rows={3}
          className="in"
          value={state.mine[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
}
