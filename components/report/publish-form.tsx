"use client";

import { useState } from "react";
import type { ToPublish } from "#components/report/publish-words.ts";
import { Button } from "#components/ui/button.tsx";
import { SelectField, TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";

type Props = {
  next: ToPublish;
  /** Whether the plan on the page is the one that the server has. */
  isSaved: boolean;
  action: FormAction;
  /** What was typed here before the dialog was closed, and what keeps it. */
  typed: Typed;
  onType: (part: Typed) => void;
  onPublished: () => void;
};

/**
 * Publishes what the editor looked at when the dialog opened. When that is no longer what would be frozen, says so and
 * asks for another look; what was typed stays.
 */
export function PublishForm({ next, isSaved, action, typed, onType, onPublished }: Props) {
  const [looked, setLooked] = useState({ seen: next.seen, planVersion: next.planVersion });
  const hasChanged = looked.seen !== next.seen || looked.planVersion !== next.planVersion;
  const look = () => setLooked({ seen: next.seen, planVersion: next.planVersion });
  return (
    <Form
      action={action}
      label={`Publish edition ${next.number}`}
      className="stack"
      hidden={{ articleId: next.articleId }}
      makesId
      onSaved={onPublished}
    >
      <input type="hidden" name="seen" value={looked.seen} readOnly />
      <input type="hidden" name="planVersion" value={looked.planVersion} readOnly />
      {next.number > 1 && (
        <>
          <SelectField
            name="kind"
            label="It is"
            defaultValue={typed.kind ?? "update"}
            onChange={({ target }) => onType({ kind: target.value })}
          >
            <option value="update">An update: more was checked</option>
            <option value="correction">A correction: an error was mended</option>
          </SelectField>
          <TextArea
            name="what"
            label="What changed"
            rows={3}
            defaultValue={typed.what}
            onInput={({ currentTarget }) => onType({ what: currentTarget.value })}
          />
          <TextArea
            name="why"
            label="Why"
            rows={2}
            defaultValue={typed.why}
            onInput={({ currentTarget }) => onType({ why: currentTarget.value })}
            hint="Both are printed in the edition, and in every later one."
          />
        </>
      )}
      {hasChanged ? (
        <div className="acts" role="status">
          <Button variant="go" onClick={look} aria-disabled={next.why !== null || !isSaved || undefined}>
            I have looked
          </Button>
          <span className="why">
            {next.why ?? "The report changed since you opened this. Close it to look at the preview; your words stay."}
          </span>
        </div>
      ) : (
        <div className="acts">
          <SubmitButton>Publish edition {next.number}</SubmitButton>
        </div>
      )}
    </Form>
  );
}
