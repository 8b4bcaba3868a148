"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { pasteAtOnce } from "#components/desk/paste-at-once.ts";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useKeptText } from "#components/version/kept-text.ts";
import { sendEdit } from "#components/version/send-edit.ts";

type Props = { articleId: string; number: number; text: string; language: string | null };

/** The whole newest text in one field. What is typed is kept in this tab until it is frozen. */
export function EditTextForm({ articleId, number, text, language }: Props) {
  const router = useRouter();
  const field = useRef<HTMLTextAreaElement>(null);
  const { status, began, older, touch, takeOlder, reset } = useKeptText(field, { articleId, number, original: text });
  return (
    <Form
      action={sendEdit}
      label="Edit the text"
      className="textedit"
      makesId
      hidden={{ articleId, way: "edit" }}
      onSaved={(id) => router.push(`/articles/${articleId}/versions/preview/${id}`)}
    >
      <input type="hidden" name="began" value={began} readOnly />
      {older !== null && (
        <p className="older">
          You were editing version {older.number} in this tab, and version {number} has come since.{" "}
          <button type="button" className="textbtn" onClick={takeOlder}>
            Put my words back
          </button>
        </p>
      )}
      <TextArea
        ref={field}
        name="text"
        label="Text"
        defaultValue={text}
        lang={language ?? undefined}
        spellCheck={false}
        autoComplete="off"
        onInput={touch}
        onPaste={pasteAtOnce}
        hint="A blank line parts two paragraphs. Headings, emphasis and links are carried along."
      />
      <div className="acts foot">
        <span className="why" aria-live="polite">
          {statusWords[status]}
        </span>
        {status !== "none" && (
          <Button variant="bare" onClick={reset}>
            Back to version {number}
          </Button>
        )}
        <SubmitButton>See what changes</SubmitButton>
      </div>
    </Form>
  );
}

const statusWords = {
  none: "You compare it with the present text before anything is frozen.",
  kept: "Your words are kept in this tab.",
  full: "This tab has no room to keep so long a text. Go on to the comparison before you leave.",
} as const;
