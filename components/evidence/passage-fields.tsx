"use client";

import { type FormEvent, useRef } from "react";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { useField } from "#components/ui/form-context.ts";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

/** The words relied on and where they stand; their place in a kept copy goes along unseen as long as nobody changes them. */
export function PassageFields({ evidence }: { evidence: EvidenceView | null }) {
  const place = useRef<HTMLDivElement>(null);
  const { capture = null } = evidence ?? {};
  const forgetPlace = (event: FormEvent<HTMLTextAreaElement>) => {
    // The form itself writes into its fields when it brings a draft back; only a person's typing changes the words.
    if (!event.nativeEvent.isTrusted) return;
    for (const field of place.current?.querySelectorAll("input") ?? []) field.value = "";
  };
  return (
    <>
      <div ref={place} hidden>
        <HiddenField name="captureId" value={capture?.id} />
        <HiddenField name="passageStart" value={capture?.span?.start} />
        <HiddenField name="passageEnd" value={capture?.span?.end} />
      </div>
      <TextArea
        name="passage"
        label="Passage relied on"
        hint="Word for word. Where a copy of the source is kept, its place there is found."
        defaultValue={evidence?.passage}
        maxLength={20_000}
        rows={4}
        onInput={forgetPlace}
      />
      <TextField
        name="locator"
        label="Where in the source"
        hint="Page, table, minute"
        defaultValue={evidence?.locator}
        maxLength={300}
      />
    </>
  );
}

function HiddenField({ name, value }: { name: string; value: string | number | undefined }) {
  const { value: typed } = useField(name, "");
  return <input type="hidden" name={name} defaultValue={typed ?? value ?? ""} />;
}
