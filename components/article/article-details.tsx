"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { DateField, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ArticleView } from "#lib/domain/views.ts";

type Details = Pick<
  ArticleView,
  "id" | "title" | "byline" | "publisher" | "publishedOn" | "address" | "language" | "rowVersion"
>;

/** Corrects what is known about an article, in a dialog. Its text is frozen and not among it. */
export function ArticleDetails({ article, action }: { article: Details; action: FormAction }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Details</Button>
      <Dialog open={open} title="About the article" onClose={close}>
        <Form
          action={action}
          label="About the article"
          hidden={{ id: article.id, rowVersion: String(article.rowVersion) }}
          onSaved={() => {
            close();
            showToast("The details are saved.");
          }}
        >
          <div className="stack">
            <TextField name="title" label="Title" defaultValue={article.title} maxLength={500} />
            <TextField name="byline" label="Byline" defaultValue={article.byline} maxLength={300} />
            <TextField name="publisher" label="Publisher" defaultValue={article.publisher} maxLength={300} />
            <DateField
              kind="partial"
              name="publishedOn"
              label="Published"
              defaultValue={article.publishedOn ?? ""}
              hint="2026-06-12"
            />
            <TextField name="address" label="Address" dir="ltr" defaultValue={article.address ?? ""} maxLength={2000} />
            <TextField
              name="language"
              label="Language"
              dir="ltr"
              hint="A language tag, such as en or ar"
              defaultValue={article.language ?? ""}
              maxLength={35}
            />
          </div>
          <div className="acts">
            <SubmitButton>Save details</SubmitButton>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
