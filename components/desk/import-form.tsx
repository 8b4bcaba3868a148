"use client";

import { useRouter } from "next/navigation";
import { PasteField } from "#components/desk/paste-field.tsx";
import { documentTypeWords, sendImport } from "#components/desk/send-import.ts";
import { Pick } from "#components/evidence/pick.tsx";
import { FileDrop } from "#components/import/file-drop.tsx";
import { addItems } from "#components/import/many-list.ts";
import { OtherWays } from "#components/import/other-ways.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** The ways to bring an article in; a look at what was taken comes next. The whole `main` of a page. */
export function ImportForm({ freshItems }: { freshItems: number }) {
  const router = useRouter();
  /** Several files are read on the page for many imports. */
  const handOver = (files: readonly File[]) => {
    if (files.length < 2) return;
    addItems(files);
    router.push("/articles/import/many");
  };
  return (
    <main className="wrap" id="main">
      <div className="phead">
        <h1>Import an article</h1>
      </div>
      <div className="waysin">
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
            <FileDrop
              name="file"
              label="File"
              hint={`${documentTypeWords} Several files become a list.`}
              onFiles={handOver}
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
              hint="A page or a file of any kind that can be uploaded. It is fetched once; nothing on it runs, and its pictures are not loaded."
            />
          </div>
          <div className="acts">
            <SubmitButton>Read it</SubmitButton>
            <span className="why">You look at what was taken before it is frozen as version 1.</span>
          </div>
        </Form>
        <OtherWays freshItems={freshItems} />
      </div>
    </main>
  );
}
