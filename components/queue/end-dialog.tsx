"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { QueueRow } from "#lib/domain/views.ts";

type Props = {
  /** The claims to withdraw; none closes the dialog. */
  rows: readonly QueueRow[];
  title: string;
  action: FormAction;
  onClose: () => void;
  onDone: () => void;
};

/** Ends many claims for one reason. */
export function EndDialog({ rows, title, action, onClose, onDone }: Props) {
  return (
    <Dialog open={rows.length > 0} title={title} onClose={onClose}>
      <Form action={action} label={title} className="stack" onSaved={onDone}>
        <input
          type="hidden"
          name="claims"
          value={rows.map(({ claimId, state }) => `${claimId}:${state}`).join(" ")}
          readOnly
        />
        <TextArea
          name="reason"
          label="Why they are withdrawn"
          hint="Withdrawn claims leave the queue, and the report says that they were withdrawn. They can be restored."
          maxLength={1000}
          rows={2}
        />
        <div className="acts">
          <SubmitButton>{title}</SubmitButton>
          <Button variant="bare" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
