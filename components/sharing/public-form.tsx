"use client";

import { Pick } from "#components/evidence/pick.tsx";
import { Form } from "#components/ui/form.tsx";
import { MomentField } from "#components/ui/moment-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { Publication } from "#lib/domain/publication.ts";

type Props = { articleId: string; publication: Publication; action: FormAction };

const word = (said: boolean) => (said ? "yes" : "");

/** Says who may read the editions, how they are found, and from when. */
export function PublicForm({ articleId, publication, action }: Props) {
  const { isPublic, isIndexed, hasClaimPages, embargoUntil, rowVersion } = publication;
  return (
    <Form
      action={action}
      label="Who may read the report"
      className="stack mt-4"
      hidden={{ articleId, rowVersion: String(rowVersion) }}
      onSaved={() => showToast("Saved.")}
    >
      <Pick
        name="isPublic"
        label="Who reads the editions"
        defaultValue={word(isPublic)}
        options={[
          { value: "", label: "Only the desk, and whoever has a link" },
          { value: "yes", label: "Everybody" },
        ]}
      />
      <Pick
        name="isIndexed"
        label="Search engines"
        defaultValue={word(isIndexed)}
        options={[
          { value: "", label: "Are asked not to list it" },
          { value: "yes", label: "May list it" },
        ]}
      />
      <Pick
        name="hasClaimPages"
        label="Claims"
        defaultValue={word(hasClaimPages)}
        options={[
          { value: "", label: "Stand in the report alone" },
          { value: "yes", label: "Have a page each, and can be embedded" },
        ]}
      />
      <div className="max-w-120">
        <MomentField
          name="embargoUntil"
          label="Embargo until"
          hint="Before this hour, in your time, nothing of it is public: no page, no file, no feed, no embed. Links for people outside work all the same. Leave it empty for no embargo."
          value={embargoUntil}
        />
      </div>
      <div className="acts mt-0">
        <SubmitButton>Save</SubmitButton>
      </div>
    </Form>
  );
}
