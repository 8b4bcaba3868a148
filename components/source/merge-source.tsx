"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SourceCombobox } from "#components/evidence/source-combobox.tsx";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import type { SourceActions } from "#components/source/source-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { SourcePage } from "#lib/domain/source-views.ts";

type Props = {
  source: SourcePage;
  /** The other one, where it was chosen already. */
  into: SourceView | null;
  find: SourceActions["findSources"];
  action: FormAction;
  onDone: () => void;
};

/** Finds the other source, says what will happen, and merges. */
export function MergeSource({ source, into, find, action, onDone }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState(into);
  const others = async (words: string) => (await find(words)).filter((other) => other.id !== source.id);
  const uses = source.useCount === 1 ? "The piece of evidence" : `All ${source.useCount} pieces of evidence`;
  return (
    <Form
      action={action}
      label="Merge it into another source"
      className="stack"
      hidden={{ id: source.id }}
      onSaved={(id) => {
        onDone();
        showToast("The sources are one now.");
        router.push(`/sources/${id}`);
      }}
    >
      <input type="hidden" name="intoId" value={chosen?.id ?? ""} readOnly />
      {chosen === null ? (
        <SourceCombobox
          find={others}
          recent={[]}
          onChoose={setChosen}
          label="The other source"
          hint="Type a title, an address, a DOI or an ISBN."
        />
      ) : (
        <div className="preview">
          <p className="lab">What will happen</p>
          <ul className="plain">
            <li>
              <b>
                <bdi>{sourceName(source)}</bdi>
              </b>{" "}
              is shown as{" "}
              <b>
                <bdi>{sourceName(chosen)}</bdi>
              </b>{" "}
              <SourceAbout source={chosen} /> wherever it is cited.
            </li>
            <li>
              {source.useCount === 0
                ? "No evidence cites it yet."
                : `${uses} that cites it is listed with the other one; no verdict goes stale.`}
            </li>
            <li>
              {source.captures.length === 0
                ? "It has no kept copies."
                : `Its ${source.captures.length} kept copies are listed there too.`}
            </li>
            <li>It can still be found by its own title and address, and it can be parted again.</li>
          </ul>
        </div>
      )}
      <div className="acts">
        {chosen !== null && <SubmitButton variant="plain">Merge the sources</SubmitButton>}
        {chosen !== null && (
          <Button variant="bare" onClick={() => setChosen(null)}>
            Choose another
          </Button>
        )}
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
