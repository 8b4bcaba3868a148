"use client";

import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { MomentField } from "#components/ui/moment-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { priorities, priorityWords } from "#lib/domain/claim.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type AssignProps = {
  claim: ClaimView;
  action: FormAction;
  members: readonly MemberView[];
  onDone: () => void;
};

/** Who works on the claim, by when, and how urgent it is. */
export function AssignForm({ claim, action, members, onDone }: AssignProps) {
  return (
    <Form
      action={action}
      label="Assignment"
      className="stack mt-4"
      hidden={{ claimId: claim.id, rowVersion: String(claim.rowVersion) }}
      onSaved={onDone}
    >
      <div className="two">
        <SelectField name="assigneeId" label="Person" defaultValue={claim.assignee?.id ?? ""}>
          <option value="">Nobody</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </SelectField>
        <SelectField name="priority" label="Priority" defaultValue={claim.priority}>
          {priorities.map((priority) => (
            <option key={priority} value={priority}>
              {priorityWords[priority]}
            </option>
          ))}
        </SelectField>
      </div>
      <MomentField name="dueAt" label="Due" value={claim.dueAt} />
      <div className="acts">
        <SubmitButton variant="plain">Save assignment</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

/** One press for "I work on this". */
export function TakeIt({ claim, action, me }: { claim: ClaimView; action: FormAction; me: MemberView }) {
  return (
    <Form
      action={action}
      label="Take this claim"
      hidden={{
        claimId: claim.id,
        rowVersion: String(claim.rowVersion),
        assigneeId: me.id,
        dueAt: claim.dueAt ?? "",
        priority: claim.priority,
      }}
    >
      <button type="submit" className="textbtn">
        Take it
      </button>
    </Form>
  );
}
