"use client";

import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { Pick } from "#components/evidence/pick.tsx";
import { SourceFields } from "#components/evidence/source-fields.tsx";
import { sourceName } from "#components/evidence/source-line.tsx";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import type { FindSources } from "#components/evidence/use-source-search.ts";
import { Button } from "#components/ui/button.tsx";
import { DateField, SelectField, TextArea, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { evidenceKinds, evidenceKindWords, stances } from "#lib/domain/evidence.ts";
import type { EvidenceView, SourceView } from "#lib/domain/evidence-views.ts";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  /** What is edited; null for new evidence. */
  evidence: EvidenceView | null;
  action: FormAction;
  find: FindSources;
  sources: readonly SourceView[];
  today: string;
  onDone: () => void;
};

/** Links a passage of a source to the claim, or edits that link. */
export function EvidenceForm({ claim, evidence, action, find, sources, today, onDone }: Props) {
  const draft = evidence === null ? claim.drafts.evidence : undefined;
  const others = claim.evidence.filter((other) => other.id !== evidence?.id);
  const sharing = others.find((other) => evidence?.originLabel != null && other.originLabel === evidence.originLabel);
  const own =
    evidence === null
      ? { hidden: { claimId: claim.id }, makesId: true, initial: draft, draftKey: draftKeyOf("evidence", claim.id) }
      : { hidden: { id: evidence.id, claimId: claim.id, rowVersion: String(evidence.rowVersion) } };
  return (
    <Form
      {...own}
      action={action}
      label={evidence === null ? "Link evidence" : "Edit evidence"}
      className="evform stack"
      onSaved={onDone}
    >
      <SourceFields find={find} sources={sources} initial={evidence?.source ?? sourceOf(draft, sources)} />
      <Pick
        name="stance"
        label="What it does"
        defaultValue={evidence?.stance}
        options={stances.map((stance) => ({ value: stance, label: <StanceMark stance={stance} /> }))}
      />
      <Pick
        name="kind"
        label="Kind of evidence"
        defaultValue={evidence?.kind}
        options={evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWords[kind] }))}
      />
      <TextArea
        name="passage"
        label="Passage relied on"
        hint="Word for word."
        defaultValue={evidence?.passage}
        maxLength={20_000}
        rows={4}
      />
      <div className="two">
        <TextField
          name="locator"
          label="Where in the source"
          hint="Page, table, minute"
          defaultValue={evidence?.locator}
          maxLength={300}
        />
        <DateField name="accessedOn" label="Read on" defaultValue={evidence?.accessedOn ?? today} max={today} />
      </div>
      <TextArea name="note" label="Note" defaultValue={evidence?.note} maxLength={5000} rows={2} />
      {others.length > 0 && (
        <SelectField
          name="sameOriginAs"
          label="Origin"
          hint="Two that go back to the same root count once."
          defaultValue={sharing?.id ?? ""}
        >
          <option value="">An origin of its own</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {`The same as evidence ${claim.evidence.indexOf(other) + 1}: ${sourceName(other.source)}`}
            </option>
          ))}
        </SelectField>
      )}
      <div className="acts">
        <SubmitButton variant="plain">{evidence === null ? "Link evidence" : "Save evidence"}</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

/** The source that a draft had chosen, as far as the page knows it. */
function sourceOf(draft: Typed | undefined, sources: readonly SourceView[]): SourceView | null {
  return sources.find((source) => source.id === draft?.sourceId) ?? null;
}
