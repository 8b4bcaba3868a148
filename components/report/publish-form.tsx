"use client";

import { useEffect, useRef, useState } from "react";
import type { ToPublish } from "#components/report/publish-words.ts";
import { Button } from "#components/ui/button.tsx";
import { SelectField, TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  next: ToPublish;
  /** Whether the plan on the page is the one that the server has. */
  isSaved: boolean;
  action: FormAction;
  onPublished: () => void;
  /** Something has come in the way: leads to where it is listed. */
  onObstacle: () => void;
};

/**
 * Publishes what the editor looked at when the dialog opened. When that is no longer what would be frozen, says so and
 * asks for another look; what was typed stays.
 */
export function PublishForm({ next, isSaved, action, onPublished, onObstacle }: Props) {
  const [looked, setLooked] = useState({ seen: next.seen, planVersion: next.planVersion });
  const hasChanged = looked.seen !== next.seen || looked.planVersion !== next.planVersion;
  const acts = useRef<HTMLDivElement>(null);
  const isMine = useRef(false);
  useEffect(() => {
    // The button that had the focus is gone with what had changed.
    if (isMine.current && !hasChanged) acts.current?.querySelector("button")?.focus();
    isMine.current = false;
  }, [hasChanged]);
  const look = () => {
    if (next.why !== null) return onObstacle();
    if (!isSaved) return;
    isMine.current = true;
    setLooked({ seen: next.seen, planVersion: next.planVersion });
  };
  return (
    <Form
      action={action}
      label={`Publish edition ${next.number}`}
      className="stack"
      hidden={{ articleId: next.articleId }}
      makesId
      draftKey={`publish:${next.articleId}`}
      onSaved={onPublished}
    >
      <input type="hidden" name="seen" value={looked.seen} data-now="" readOnly />
      <input type="hidden" name="planVersion" value={looked.planVersion} data-now="" readOnly />
      {next.number > 1 && (
        <>
          <SelectField name="kind" label="It is" defaultValue="update">
            <option value="update">An update: more was checked</option>
            <option value="correction">A correction: an error was mended</option>
          </SelectField>
          <TextArea name="what" label="What changed" rows={3} />
          <TextArea name="why" label="Why" rows={2} hint="Both are printed in the edition, and in every later one." />
        </>
      )}
      {hasChanged ? (
        <div className="acts" role="status">
          <Button variant="go" onClick={look} aria-disabled={(next.why === null && !isSaved) || undefined}>
            {next.why === null ? "I have looked" : "See what is in the way"}
          </Button>
          <span className="why">
            {next.why === null
              ? "The report changed since you opened this. Close it to look at the preview; your words stay."
              : "Something has come in the way. Your words stay."}
          </span>
        </div>
      ) : (
        <div className="acts" ref={acts}>
          <SubmitButton>Publish edition {next.number}</SubmitButton>
        </div>
      )}
    </Form>
  );
}
