"use client";

import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { PassageFields } from "#components/evidence/passage-fields.tsx";
import { Pick } from "#components/evidence/pick.tsx";
import { RareFields } from "#components/evidence/rare-fields.tsx";
import { SourceFields } from "#components/evidence/source-fields.tsx";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import type { FindSources } from "#components/evidence/use-source-search.ts";
import { Button } from "#components/ui/button.tsx";
import { DateField, TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { evidenceKinds, evidenceKindWords, stances } from "#lib/domain/evidence.ts";
import type { EvidenceView, SourceView } from "#lib/domain/evidence-views.ts";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  /** The claim's evidence as far as it is on the page, in its order. */
  pieces: readonly EvidenceView[];
  /** What is edited; null for new evidence. */
  evidence: EvidenceView | null;
  action: FormAction;
  find: FindSources;
  sources: readonly SourceView[];
  today: string;
  onDone: () => void;
};

/** Links a passage of a source to the claim, or edits that link. */
export function EvidenceForm({ claim, pieces, evidence, action, find, sources, today, onDone }: Props) {
  const draft = evidence === null ? claim.drafts.evidence : undefined;
  const numbered = pieces.map((piece, index) => ({ number: index + 1, evidence: piece }));
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
      <PassageFields evidence={evidence} />
      <TextArea name="note" label="Note" defaultValue={evidence?.note} maxLength={5000} rows={2} />
      <DateField name="accessedOn" label="Read on" defaultValue={evidence?.accessedOn ?? today} max={today} />
      <RareFields evidence={evidence} others={numbered.filter((other) => other.evidence.id !== evidence?.id)} />
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
