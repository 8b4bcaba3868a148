"use client";

import { useRouter } from "next/navigation";
import { captureHref } from "#components/capture/capture-href.ts";
import { sendCopy } from "#components/capture/send-copy.ts";
import { Pick } from "#components/evidence/pick.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { useFormContext } from "#components/ui/form-context.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction, FormState } from "#lib/domain/form-state.ts";

type Props = {
  sourceId: string;
  /** What is fetched; "" when the source has no address yet. */
  address: string;
  /** Evidence to bind to the copy; "" for none. */
  evidenceId?: string;
  /** Keeps what stands at an address. Fields `id`, `sourceId`, `address`, `evidenceId`. */
  keep: FormAction;
  /** The claim of that evidence, so that its words can be selected in the copy. */
  claimId?: string | undefined;
  /** Where the form can be closed again. */
  onCancel?: () => void;
};

/** Keeps a copy of a source: what stands at its address now, or a file that somebody has. Then opens it. */
export function KeepCopy({ sourceId, address, evidenceId = "", claimId, keep, onCancel }: Props) {
  const router = useRouter();
  const action: FormAction = (state, form) => told(form.get("way") === "file" ? sendCopy(form) : keep(state, form));
  return (
    <Form
      action={action}
      label="Keep a copy"
      className="stack keepcopy"
      hidden={{ sourceId, evidenceId }}
      makesId
      onSaved={(id) => router.push(captureHref(id, claimId === undefined ? {} : { claimId, evidenceId }))}
    >
      <Pick
        name="way"
        label="From"
        defaultValue={address === "" ? "file" : "address"}
        options={[
          { value: "address", label: "Its address" },
          { value: "file", label: "A file" },
        ]}
      />
      <div data-way="address">
        <TextField
          name="address"
          label="Address"
          type="url"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          maxLength={2000}
          defaultValue={address}
          hint="Fetched once. None of its scripts run."
        />
      </div>
      <div data-way="file">
        <Field name="file" label="File" hint="Any kind is kept; texts and tables can be quoted.">
          {(control) => <input {...control} className="in" type="file" name="file" />}
        </Field>
      </div>
      <div className="acts">
        <SubmitButton variant="plain">Keep a copy</SubmitButton>
        {onCancel !== undefined && (
          <Button variant="bare" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Keeping />
      </div>
    </Form>
  );
}

/** One button that keeps what stands at an address now, where there is no room for a form: beside a piece of evidence. */
export function KeepCopyButton({ sourceId, address, evidenceId = "", keep }: Props) {
  return (
    <Form
      action={(state, form) => told(keep(state, form))}
      label="Keep a copy"
      className="keepnow"
      hidden={{ sourceId, evidenceId, address }}
      makesId
    >
      <KeepNow />
    </Form>
  );
}

function KeepNow() {
  const { busy, errors } = useFormContext();
  const problem = errors.address;
  return (
    <>
      <button type="submit" className="textbtn" aria-busy={busy || undefined}>
        Keep a copy
      </button>
      <Keeping />
      <span role="alert">{problem === undefined ? null : <span className="bad">{problem}</span>}</span>
    </>
  );
}

function Keeping() {
  const { busy } = useFormContext();
  return (
    <span className="faint" role="status">
      {busy ? "Keeping it. This can take half a minute." : ""}
    </span>
  );
}

/** Shows what was saved, which may be more than was asked for, or less. */
async function told(sending: Promise<FormState>): Promise<FormState> {
  const state = await sending;
  if (state.kind === "saved") showToast(state.sentence);
  return state;
}
