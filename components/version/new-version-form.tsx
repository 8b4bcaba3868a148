"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { PasteField } from "#components/desk/paste-field.tsx";
import { documentTypes, documentTypeWords, sendImport } from "#components/desk/send-import.ts";
import { Pick } from "#components/evidence/pick.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { articleId: string; number: number; address: string | null };

/** Three ways to bring an article's new text in; the comparison with the present one comes next. */
export function NewVersionForm({ articleId, number, address }: Props) {
  const router = useRouter();
  const ways = [
    { value: "address", label: address === null ? "Name its address" : "Fetch its address again" },
    { value: "paste", label: "Paste the text" },
    { value: "file", label: "Upload a file" },
  ];
  return (
    <Form
      action={sendImport}
      label="New version"
      className="ways"
      makesId
      hidden={{ articleId }}
      onSaved={(id) => router.push(`/articles/${articleId}/versions/preview/${id}`)}
    >
      <Pick name="way" label="How" defaultValue={address === null ? "paste" : "address"} options={ways} />
      <div className="way" data-way="address">
        <TextField
          name="address"
          label="Address"
          type="url"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          placeholder="https://"
          defaultValue={address ?? ""}
          hint="The page is fetched once. Nothing on it runs, and its pictures are not loaded."
        />
      </div>
      <div className="way" data-way="paste">
        <PasteField />
      </div>
      <div className="way" data-way="file">
        <TextField name="file" label="File" type="file" accept={documentTypes} hint={documentTypeWords} />
      </div>
      <div className="acts">
        <SubmitButton>Read and compare it</SubmitButton>
        <Link className="btn bare" href={`/articles/${articleId}/versions/edit`} prefetch={false}>
          Edit the text instead
        </Link>
      </div>
      <p className="soft mt-4">
        You see what changed, and what becomes of every claim, before it is frozen as version {number}.
      </p>
    </Form>
  );
}
