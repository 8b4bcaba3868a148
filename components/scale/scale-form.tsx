"use client";

import { useRef, useState } from "react";
import { type Draft, draftOf, ratingsJson, rowsOf } from "#components/scale/scale-draft.ts";
import { ScalePresets } from "#components/scale/scale-presets.tsx";
import { ScaleRows } from "#components/scale/scale-rows.tsx";
import { Translations } from "#components/scale/translations.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { type ScaleKind, type ScalePage, scaleKinds, scaleLimits } from "#lib/domain/scale.ts";
import type { ScalePreset } from "#lib/domain/scale-presets.ts";

type Props = {
  scale: ScalePage;
  /** `id` (of the new scale), `rowVersion` (the id of the scale that was read), `name`, `kind`, `preset`, `ratings` (JSON) */
  action: FormAction;
};

/** The scale to write on from: published ones to begin with, its ratings, their words in other languages. */
export function ScaleForm({ scale, action }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(scale));
  const head = useRef<HTMLHeadingElement>(null);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const take = (preset: ScalePreset) => {
    setDraft(draftOf(preset));
    head.current?.focus();
    showToast(`“${preset.name}” is filled in. Save the scale to use it.`, () => setDraft(draft));
  };
  return (
    <>
      <ScalePresets onTake={take} />
      <section className="sec" aria-labelledby="scale-head">
        <h2 id="scale-head" ref={head} tabIndex={-1}>
          What this desk says
        </h2>
        <Form
          action={action}
          label="Rating scale"
          hidden={{ rowVersion: scale.id }}
          makesId
          onSaved={() => showToast("The scale is revised. Earlier verdicts keep their words.")}
        >
          <input type="hidden" name="preset" value={draft.preset} readOnly />
          <input type="hidden" name="ratings" value={ratingsJson(draft)} readOnly />
          <div className="stack">
            <div className="scalehead">
              <Field name="name" label="Name of the scale">
                {(control) => (
                  <input
                    {...control}
                    className="in"
                    dir="auto"
                    name="name"
                    maxLength={scaleLimits.name}
                    value={draft.name}
                    onChange={(event) => change({ name: event.target.value })}
                  />
                )}
              </Field>
              <KindChoice kind={draft.kind} onChange={(kind) => change({ kind })} />
            </div>
            <ScaleRows
              rows={rowsOf(draft)}
              kind={draft.kind}
              onChange={(rows) => {
                const [only] = rows;
                change(draft.kind === "ordered" ? { rows } : only === undefined ? {} : { only });
              }}
            />
            <Translations
              rows={rowsOf(draft)}
              onChange={(rows) => change(draft.kind === "ordered" ? { rows } : { only: rows[0] ?? draft.only })}
            />
          </div>
          <div className="acts">
            <SubmitButton>Save the scale</SubmitButton>
            <span className="why">
              The next verdicts are given on it. Those before keep the words they were given in.
            </span>
          </div>
        </Form>
      </section>
    </>
  );
}

const kindWords: Readonly<Record<ScaleKind, string>> = {
  ordered: "A verdict is a rating",
  sentence: "A verdict is a sentence, without a rating",
};

function KindChoice({ kind, onChange }: { kind: ScaleKind; onChange: (kind: ScaleKind) => void }) {
  return (
    <fieldset className="stack">
      <legend className="vh">Kind of scale</legend>
      {scaleKinds.map((option) => (
        <label key={option} className="tick">
          <input type="radio" name="kind" value={option} checked={option === kind} onChange={() => onChange(option)} />
          {kindWords[option]}
        </label>
      ))}
    </fieldset>
  );
}
