"use client";

import { QuorumFields } from "#components/desk/quorum-fields.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  desk: {
    readonly name: string;
    readonly approvalsNeeded: number;
    readonly voters: number;
    readonly printDissent: boolean;
    readonly checkersMayReview: boolean;
    readonly rowVersion: number;
  };
  /** `name`, `rowVersion`, `approvalsNeeded`, `voters`, `printDissent`, `checkersMayReview` ("yes" or absent) */
  action: FormAction;
};

/** The desk's name and how its verdicts are signed off. */
export function DeskForm({ desk, action }: Props) {
  return (
    <section className="sec" aria-labelledby="desk-head">
      <h2 id="desk-head">The desk</h2>
      <Form
        action={action}
        label="Desk"
        hidden={{ rowVersion: String(desk.rowVersion) }}
        onSaved={() => showToast("The desk is changed.")}
      >
        <div className="stack max-w-120">
          <TextField name="name" label="Name of the desk" defaultValue={desk.name} maxLength={200} />
          <QuorumFields desk={desk} />
          <label className="tick">
            <input type="checkbox" name="checkersMayReview" value="yes" defaultChecked={desk.checkersMayReview} />
            Checkers may review each other's verdicts
          </label>
        </div>
        <div className="acts">
          <SubmitButton variant="plain">Save the desk</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
