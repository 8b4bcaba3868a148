"use client";

import { useCallback, useState } from "react";
import type { SharingActions } from "#components/sharing/sharing-view.ts";
import { Button } from "#components/ui/button.tsx";
import { CopiedLink } from "#components/ui/copied-link.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { dayOfMoment, useHydrated } from "#components/ui/time.tsx";
import type { EditionRow } from "#lib/domain/edition-preview.ts";
import type { FormState } from "#lib/domain/form-state.ts";

type Props = {
  articleId: string;
  /** The newest first. */
  editions: readonly EditionRow[];
  share: SharingActions["share"];
  onDone: () => void;
};

/** Makes a link to the report for somebody outside. It is shown once, here. */
export function ShareForm({ articleId, editions, share, onDone }: Props) {
  const [made, setMade] = useState<{ readonly name: string; readonly link: string } | null>(null);
  const isLocal = useHydrated();
  const action = useCallback(
    async (_: FormState, form: FormData): Promise<FormState> => {
      const { state, url } = await share(form);
      if (url !== null) setMade({ name: String(form.get("name") ?? ""), link: url });
      return state;
    },
    [share],
  );
  if (made !== null) return <OneLink {...made} onDone={onDone} />;
  return (
    <Form action={action} label="Make a link" className="stack mt-4" hidden={{ articleId }} makesId>
      <TextField
        name="name"
        label="For whom"
        hint="Only the desk reads this, to know the link again."
        autoComplete="off"
        maxLength={200}
      />
      <div className="two">
        <SelectField name="editionId" label="Which edition">
          <option value="">Always the newest</option>
          {editions.map(({ id, number, publishedAt, isWithdrawal }) => (
            <option key={id} value={id}>
              {`Edition ${number}, ${dayOfMoment(publishedAt, isLocal)}${isWithdrawal ? ", withdrawal" : ""}`}
            </option>
          ))}
        </SelectField>
        <TextField
          name="days"
          label="Days until the link expires"
          type="number"
          inputMode="numeric"
          min={1}
          max={365}
          defaultValue={30}
        />
      </div>
      <div className="acts mt-0">
        <SubmitButton variant="plain">Make the link</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

function OneLink({ name, link, onDone }: { name: string; link: string; onDone: () => void }) {
  return (
    <div className="mt-4">
      <p>
        Give this link to {name === "" ? "whoever may read the report" : <bdi>{name}</bdi>}. Stet sends it to nobody.
        Whoever has it reads the report, and it is not shown again.
      </p>
      <CopiedLink key={link} label="Link to the report" link={link} />
      <div className="acts">
        <Button variant="bare" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
