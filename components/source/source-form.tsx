"use client";

import { KnownSource } from "#components/source/known-source.tsx";
import type { SourceActions } from "#components/source/source-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { DateField, SelectField, TextArea, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type CslVariable, cslTypeWords, cslVariables, cslVariableWords } from "#lib/domain/csl.ts";
import { sourceKinds, sourceKindWords } from "#lib/domain/evidence.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { SourcePage } from "#lib/domain/source-views.ts";

type Props = {
  /** What is edited; null for a new source. */
  source: SourcePage | null;
  action: FormAction;
  find: SourceActions["findSources"];
  onSaved: (id: string) => void;
  onCancel: (() => void) | null;
};

const hints: Partial<Record<CslVariable, string>> = {
  genre: "Press release, doctoral thesis …",
  medium: "Video, print, audio …",
  language: "A language tag, such as en or de",
  number: "Of a report, a law, a file",
};

/** Everything that the desk says of a source. What a citation needs beyond the usual is folded away. */
export function SourceForm({ source, action, find, onSaved, onCancel }: Props) {
  const own =
    source === null ? { makesId: true } : { hidden: { id: source.id, rowVersion: String(source.rowVersion) } };
  const known = { find, own: source?.id ?? null };
  const isDetailed =
    source !== null && (source.csl.type !== "" || cslVariables.some((name) => source.csl[name] !== ""));
  return (
    <Form
      {...own}
      action={action}
      label={source === null ? "Add a source" : "Edit the source"}
      className="stack"
      onSaved={onSaved}
    >
      <TextField name="title" label="Title" defaultValue={source?.title} maxLength={500} />
      <div className="two">
        <SelectField name="kind" label="Kind" defaultValue={source?.kind ?? "publication"}>
          {sourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {sourceKindWords[kind]}
            </option>
          ))}
        </SelectField>
        <DateField kind="partial" name="publishedOn" label="Published on" defaultValue={source?.publishedOn} />
      </div>
      <div className="two">
        <TextField
          name="author"
          label="Authors"
          hint="Family name, given names; several with semicolons. An organisation as it is called."
          defaultValue={source?.author}
          maxLength={300}
        />
        <TextField
          name="publication"
          label="Publication"
          hint="The paper, journal, programme or site it appeared in"
          defaultValue={source?.publication}
          maxLength={300}
        />
      </div>
      <KnownSource {...known} by="address">
        {(field) => (
          <TextField
            {...field}
            label="Address"
            type="url"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            defaultValue={source?.address}
            maxLength={2000}
          />
        )}
      </KnownSource>
      <div className="two">
        <KnownSource {...known} by="doi">
          {(field) => (
            <TextField {...field} label="DOI" dir="ltr" autoComplete="off" defaultValue={source?.doi} maxLength={500} />
          )}
        </KnownSource>
        <KnownSource {...known} by="isbn">
          {(field) => (
            <TextField
              {...field}
              label="ISBN"
              dir="ltr"
              autoComplete="off"
              defaultValue={source?.isbnShown}
              maxLength={30}
            />
          )}
        </KnownSource>
      </div>
      <TextArea
        name="interests"
        label="Interests"
        hint="Who pays it, what it has at stake, which side it is on. Shown wherever the source is cited."
        defaultValue={source?.interests}
        maxLength={2000}
        rows={2}
      />
      <details className="unfold" open={isDetailed}>
        <summary>More for the reference</summary>
        <div className="stack">
          <div className="two">
            <SelectField name="type" label="Cited as" defaultValue={source?.csl.type ?? ""}>
              <option value="">As its kind is</option>
              {Object.entries(cslTypeWords).map(([type, words]) => (
                <option key={type} value={type}>
                  {words}
                </option>
              ))}
            </SelectField>
            <TextField name="editor" label="Editors" defaultValue={source?.csl.editor} maxLength={300} />
            {cslVariables.map((name) => (
              <TextField
                key={name}
                name={name}
                label={cslVariableWords[name]}
                hint={hints[name]}
                defaultValue={source?.csl[name]}
                maxLength={300}
              />
            ))}
          </div>
        </div>
      </details>
      <div className="acts">
        <SubmitButton variant={source === null ? "go" : "plain"}>
          {source === null ? "Add the source" : "Save the source"}
        </SubmitButton>
        {onCancel !== null && (
          <Button variant="bare" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </Form>
  );
}
