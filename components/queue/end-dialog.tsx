"use client";

import { useUndoable } from "#components/queue/use-undoable.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { UndoableAction } from "#lib/domain/form-state.ts";
import type { QueueRow } from "#lib/domain/queue-views.ts";

type Props = {
  /** The claims to withdraw; none closes the dialog. */
  rows: readonly QueueRow[];
  title: string;
  action: UndoableAction<string>;
  onClose: () => void;
  /** What was done, in a sentence, and the claims that can come back. */
  onDone: (sentence: string, ended: readonly string[]) => void;
};

/** Ends many claims for one reason. */
export function EndDialog({ rows, title, action, onClose, onDone }: Props) {
  const ending = useUndoable(action, onDone);
  return (
    <Dialog open={rows.length > 0} title={title} onClose={onClose}>
      <Form {...ending} label={title} className="stack">
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
