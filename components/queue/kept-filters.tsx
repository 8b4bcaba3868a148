"use client";

import { Button } from "#components/ui/button.tsx";
import { copyLink } from "#components/ui/copy-link.ts";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { sendFields } from "#components/ui/send-fields.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { SavedFilterView } from "#lib/domain/queue-filter.ts";

export type FilterActions = {
  /** `id`, `name`, `query`, `shared` ("yes" or nothing) */
  readonly keep: FormAction;
  /** `id`, `rowVersion` */
  readonly drop: FormAction;
  readonly bringBack: FormAction;
};

type Props = {
  /** The query of the present address, in its plain form. */
  query: string;
  kept: readonly SavedFilterView[];
  mayShare: boolean;
  actions: FilterActions;
};

/** Keeps what is shown under a name, and takes away what was kept. */
export function KeptFilters({ query, kept, mayShare, actions }: Props) {
  const removable = kept.filter((filter) => filter.mayRemove);
  return (
    <div className="keeping">
      {!kept.some((filter) => filter.query === query) && (
        <Form
          action={actions.keep}
          label="Keep this filter"
          className="inrow"
          makesId
          afterSave="clear"
          hidden={{ query }}
          onSaved={() => showToast("The filter is kept.")}
        >
          <TextField name="name" label="Keep it as" maxLength={100} />
          {mayShare && (
            <label className="tick">
              <input type="checkbox" name="shared" value="yes" />
              <span>For the whole desk</span>
            </label>
          )}
          <SubmitButton variant="plain">Keep filter</SubmitButton>
        </Form>
      )}
      <p className="soft">
        Whoever on the desk opens this page&#8217;s address sees the same filter.{" "}
        <Button variant="bare" onClick={() => void shareAddress(query)}>
          Copy link
        </Button>
      </p>
      {removable.length > 0 && (
        <ul className="lines">
          {removable.map((filter) => (
            <li key={filter.id}>
              <bdi>{filter.name}</bdi>
              {filter.isShared && <span className="faint"> for the whole desk</span>}{" "}
              <Button variant="bare" onClick={() => void drop(filter, actions)}>
                Remove<span className="vh"> the filter {filter.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function shareAddress(query: string): Promise<void> {
  const link = `${location.origin}/queue?${query}`;
  return copyLink(link, { otherwise: `The link could not be copied. It is ${link}` });
}

async function drop(
  { id, name, rowVersion }: SavedFilterView,
  { drop: remove, bringBack }: FilterActions,
): Promise<void> {
  const refused = await sendFields(remove, { id, rowVersion: String(rowVersion) });
  if (refused !== null) return showToast(refused);
  const undo = async () => {
    const refusal = await sendFields(bringBack, { id, rowVersion: String(rowVersion + 1) });
    showToast(refusal ?? `The filter ${name} is back.`);
  };
  showToast(`The filter ${name} is removed.`, () => void undo());
}
