"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
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
  const preview = useRef<HTMLParagraphElement>(null);
  // what was pressed is gone by now, or far above
  useEffect(() => {
    if (chosen !== null) preview.current?.focus();
  }, [chosen]);
  const others = async (words: string) => (await find(words)).filter((other) => other.id !== source.id);
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
        <div className="merging">
          <p className="lab" ref={preview} tabIndex={-1}>
            What will happen
          </p>
          <ul>
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
                : `${usesOf(source)} listed with the other one; no verdict goes stale.`}
            </li>
            <li>{copiesOf(source)}</li>
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

function usesOf({ useCount }: SourcePage): string {
  return useCount === 1
    ? "The piece of evidence that cites it is"
    : `The ${useCount} pieces of evidence that cite it are`;
}

function copiesOf({ captures }: SourcePage): string {
  if (captures.length === 0) return "It has no kept copies.";
  return captures.length === 1
    ? "Its kept copy is listed there too."
    : `Its ${captures.length} kept copies are listed there too.`;
}
