"use client";

import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/domain/form-state.ts";
import type { Undoable } from "#lib/domain/plan.ts";
import type { QueueRow } from "#lib/domain/queue-views.ts";

export type EndAction = (state: FormState, form: FormData) => Promise<Undoable<string>>;

type Props = {
  /** The claims to withdraw; none closes the dialog. */
  rows: readonly QueueRow[];
  title: string;
  action: EndAction;
  onClose: () => void;
  /** What was done, in a sentence, and the claims that can come back. */
  onDone: (sentence: string, ended: readonly string[]) => void;
};

/** Ends many claims for one reason. */
export function EndDialog({ rows, title, action, onClose, onDone }: Props) {
  const answer = useRef<Undoable<string> | null>(null);
  const send = async (before: FormState, form: FormData) => {
    const next = await action(before, form);
    answer.current = next;
    return next.state;
  };
  const told = () => {
    const { state, done } = answer.current ?? {};
    onDone(state?.kind === "saved" ? state.sentence : "", done ?? []);
  };
  return (
    <Dialog open={rows.length > 0} title={title} onClose={onClose}>
      <Form action={send} label={title} className="stack" onSaved={told}>
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
