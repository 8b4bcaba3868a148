"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { MomentField } from "#components/ui/moment-field.tsx";
import { priorities, priorityWords } from "#lib/domain/claim.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { BulkPlan } from "#lib/domain/plan.ts";

type Props = {
  open: boolean;
  title: string;
  members: readonly MemberView[];
  busy: boolean;
  /** Why nothing was changed; empty while nothing went wrong. */
  problem: string;
  onClose: () => void;
  onChange: (set: Partial<BulkPlan>) => void;
};

const keep = "keep";

/** Asks what of many assignments is to change; what is not said stays as it is. */
export function ChangeDialog({ open, title, members, busy, problem, onClose, onChange }: Props) {
  const [due, setDue] = useState(keep);
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <form
        className="stack"
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [person, priority] = [form.get("person"), priorities.find((one) => one === form.get("priority"))];
          const date = form.get("dueAt");
          onChange({
            ...(typeof person === "string" && person !== keep ? { assigneeId: person } : {}),
            ...(due === "none" ? { dueAt: "" } : due === "date" && typeof date === "string" ? { dueAt: date } : {}),
            ...(priority === undefined ? {} : { priority }),
          });
        }}
      >
        <Field name="person" label="Person">
          {(control) => (
            <select {...control} name="person" className="in" defaultValue={keep}>
              <option value={keep}>As it is</option>
              <option value="">Nobody</option>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="priority" label="Priority">
          {(control) => (
            <select {...control} name="priority" className="in" defaultValue={keep}>
              <option value={keep}>As it is</option>
              {priorities.map((priority) => (
                <option key={priority} value={priority}>
                  {priorityWords[priority]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="due" label="Due">
          {(control) => (
            <select {...control} className="in" value={due} onChange={(event) => setDue(event.target.value)}>
              <option value={keep}>As it is</option>
              <option value="none">No date</option>
              <option value="date">On a date</option>
            </select>
          )}
        </Field>
        {due === "date" && <MomentField name="dueAt" label="Date and time" value={null} />}
        <div role="alert">{problem !== "" && <p className="refusal">{problem}</p>}</div>
        <div className="acts">
          <Button type="submit" variant="go" busy={busy}>
            {title}
          </Button>
          <Button variant="bare" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
