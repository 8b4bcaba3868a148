"use client";

import { type ReactNode, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { sendFields } from "#components/ui/send-fields.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ThreadView } from "#lib/domain/thread.ts";

type Props = { thread: ThreadView; action: FormAction };

/** Ends a discussion, with what came of it. */
export function ResolveForm({ thread, action, onDone }: Props & { onDone: () => void }) {
  return (
    <Form
      action={action}
      label="Resolve the discussion"
      className="stack"
      hidden={{ id: thread.id, rowVersion: String(thread.rowVersion) }}
      onSaved={onDone}
    >
      <TextArea name="reason" label="What came of it" maxLength={1000} rows={2} />
      <div className="acts">
        <SubmitButton variant="plain">Resolve discussion</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Keep it open
        </Button>
      </div>
    </Form>
  );
}

/** Goes on with a discussion that was resolved. `name` says to a screen reader which one. */
export function ReopenThread({ thread, action, name }: Props & { name: ReactNode }) {
  const [busy, startTransition] = useTransition();
  const reopen = async () => {
    const refused = await sendFields(action, { id: thread.id, rowVersion: String(thread.rowVersion) });
    showToast(refused ?? "The discussion is open again.");
  };
  return (
    <p className="does">
      <button
        type="button"
        className="textbtn"
        aria-disabled={busy || undefined}
        onClick={() => !busy && startTransition(reopen)}
      >
        Reopen{name}
      </button>
    </p>
  );
}
