"use client";

import { useRef, useState } from "react";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { OutsidePage } from "#lib/domain/outside.ts";

/** What an expert said before, and a box for what they know. */
export function OutsideAnswer({ page, action }: { page: OutsidePage; action: FormAction }) {
  const head = useRef<HTMLHeadingElement>(null);
  const [sent, setSent] = useState(false);
  const onSaved = () => {
    setSent(true);
    // The field is made anew for the next words; what was just sent stands under the heading.
    head.current?.focus();
  };
  return (
    <section className="sec">
      <h2 ref={head} tabIndex={-1}>
        What you know about this
      </h2>
      {page.said.length > 0 && (
        <ul className="lines mb-5">
          {page.said.map((message) => (
            <li key={message.id}>
              <p className="serif" dir="auto">
                {message.text}
              </p>
              <p className="aside">
                You, <Moment iso={message.at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {sent && (
        <p className="mb-5">
          The desk has your answer. You can close this page, or add something until <Moment iso={page.expiresAt} />.
        </p>
      )}
      <Form action={action} label="Your answer" makesId afterSave="clear" onSaved={onSaved}>
        <TextArea
          name="text"
          label={page.said.length === 0 ? "Your answer" : "Something to add"}
          hint="The desk reads it beside the claim, with your name."
          maxLength={10_000}
          rows={8}
        />
        <div className="acts">
          <SubmitButton>Send to the desk</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
