"use client";

import { useRouter } from "next/navigation";
import { PasteField } from "#components/desk/paste-field.tsx";
import { documentTypes, sendImport } from "#components/desk/send-import.ts";
import { Pick } from "#components/evidence/pick.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Three ways to bring an article in; a look at what was taken comes next. The whole `main` of a page. */
export function ImportForm() {
  const router = useRouter();
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Import an article</h1>
      </div>
      <Form
        action={sendImport}
        label="Import an article"
        className="ways"
        makesId
        onSaved={(id) => router.push(`/articles/import/${id}`)}
      >
        <Pick
          name="way"
          label="How"
          defaultValue="paste"
          options={[
            { value: "paste", label: "Paste the text" },
            { value: "file", label: "Upload a file" },
            { value: "address", label: "Name its address" },
          ]}
        />
        <div className="way" data-way="paste">
          <PasteField />
        </div>
        <div className="way" data-way="file">
          <TextField
            name="file"
            label="File"
            type="file"
            accept={documentTypes}
            hint="HTML, Markdown or plain text, at most 10 MB."
          />
        </div>
        <div className="way" data-way="address">
          <TextField
            name="address"
            label="Address"
            type="url"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            placeholder="https://"
            hint="The page is fetched once. Nothing on it runs, and its pictures are not loaded."
          />
        </div>
        <div className="acts">
          <SubmitButton>Read it</SubmitButton>
          <span className="why">You look at what was taken before it is frozen as version 1.</span>
        </div>
      </Form>
    </main>
  );
}
