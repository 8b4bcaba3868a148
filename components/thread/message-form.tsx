"use client";

import { MessageField } from "#components/thread/message-field.tsx";
import { useThreads } from "#components/thread/thread-context.ts";
import { Button } from "#components/ui/button.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";

type Props = {
  action: FormAction;
  /** What the form and its field are called, and what is on its button. */
  words: { readonly label: string; readonly field: string; readonly send: string };
  hidden: Typed;
  draftKey: string;
  onDone: () => void;
  /** With the id that the form made. */
  onSaved?: (id: string) => void;
};

/** Writes a message: the first of a thread or one more. What is typed is kept until it is sent. */
export function MessageForm({ action, words, hidden, draftKey, onDone, onSaved }: Props) {
  const threads = useThreads();
  if (threads === null) return null;
  const { people, drafts } = threads.discussion;
  return (
    <Form
      action={action}
      label={words.label}
      className="stack"
      hidden={{ ...hidden, draftKey }}
      makesId
      initial={drafts[draftKey]}
      draftKey={draftKey}
      onSaved={(id) => {
        onSaved?.(id);
        onDone();
      }}
    >
      <MessageField label={words.field} people={people} />
      <div className="acts">
        <SubmitButton variant="plain">{words.send}</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
