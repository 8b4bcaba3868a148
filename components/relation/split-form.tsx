"use client";

import { useState } from "react";
import { sourceName } from "#components/evidence/source-line.tsx";
import { WordsField } from "#components/relation/words-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; action: FormAction; onDone: () => void };

/** Splits words off into a claim of their own, with the evidence that is chosen. */
export function SplitForm({ claim, action, onDone }: Props) {
  const [copied, setCopied] = useState<readonly string[]>([]);
  const { prefix, quote, suffix } = claim.paragraph;
  const start = claim.placement.start ?? 0;
  const hidden = {
    claimId: claim.id,
    rowVersion: String(claim.rowVersion),
    versionId: claim.placement.versionId,
  };
  return (
    <Form action={action} label="Split this claim" className="evform stack" hidden={hidden} makesId onSaved={onDone}>
      <WordsField
        names={{ start: "start", end: "end" }}
        label="Select the words of the new claim"
        text={prefix + quote + suffix}
        from={start - prefix.length}
      />
      <TextArea name="statement" label="Statement of the new claim" maxLength={2000} rows={2} />
      <WordsField
        names={{ start: "oldStart", end: "oldEnd" }}
        label="Select the words that stay here, if fewer than now"
        text={quote}
        from={start}
      />
      <TextArea
        name="oldStatement"
        label="Statement of this claim"
        defaultValue={claim.fields.statement}
        maxLength={2000}
        rows={2}
      />
      {claim.evidence.length > 0 && (
        <fieldset>
          <legend>Evidence for the new claim</legend>
          {claim.evidence.map((piece) => (
            <label key={piece.id} className="tick">
              <input
                type="checkbox"
                checked={copied.includes(piece.id)}
                onChange={(event) =>
                  setCopied((ids) => (event.target.checked ? [...ids, piece.id] : ids.filter((id) => id !== piece.id)))
                }
              />{" "}
              <bdi>{sourceName(piece.source)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <input type="hidden" name="copiedIds" value={copied.join(" ")} readOnly />
      <div className="acts">
        <SubmitButton variant="plain">Split claim</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
