import Link from "next/link";
import { FreezeForm } from "#components/desk/freeze-form.tsx";
import { TakenText } from "#components/desk/taken-text.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Block } from "#lib/domain/block.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

const fields = [
  { name: "title", label: "Title", maxLength: 500 },
  { name: "byline", label: "Byline", maxLength: 300 },
  { name: "publisher", label: "Publisher", maxLength: 300 },
  { name: "publishedOn", label: "Published", maxLength: 40 },
  { name: "address", label: "Address", maxLength: 2000 },
  { name: "language", label: "Language", maxLength: 35 },
] as const;

/** What an import took, with where each value about the article came from, in words; null when it was not found. */
export type ImportDraft = {
  readonly id: string;
  readonly metadata: Readonly<
    Record<(typeof fields)[number]["name"], { readonly value: string; readonly from: string } | null>
  >;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly warnings: readonly string[];
  readonly leftOut: readonly string[];
};

/** The last look before a text is frozen as version 1. The whole `main` of a page. */
export function ImportPreview({ draft, action }: { draft: ImportDraft; action: FormAction }) {
  return (
    <main id="main">
      <FreezeForm id={draft.id} action={action}>
        <div className="imp">
          <div className="side">
            <h1>Before it is frozen</h1>
            <p className="soft">
              Look once at what was taken. Version 1 cannot be changed afterwards; a new text becomes version 2.
            </p>
            <Warnings sentences={draft.warnings} />
            <div className="stack mt-5">
              {fields.map(({ name, label, maxLength }) => (
                <TextField
                  key={name}
                  name={name}
                  label={label}
                  maxLength={maxLength}
                  defaultValue={draft.metadata[name]?.value}
                  hint={provenance(name, draft.metadata[name]?.from)}
                  autoComplete="off"
                  {...(plainNames.has(name) ? { dir: "ltr" } : {})}
                />
              ))}
            </div>
          </div>
          <div className="main">
            <TakenText text={draft.text} blocks={draft.blocks} leftOut={draft.leftOut} />
            <div className="foot">
              <span className="why">Nothing is on the desk yet.</span>
              <Link className="btn" href="/articles">
                Cancel
              </Link>
              <SubmitButton>Freeze as version 1</SubmitButton>
            </div>
          </div>
        </div>
      </FreezeForm>
    </main>
  );
}

const plainNames: ReadonlySet<string> = new Set(["publishedOn", "address", "language"]);

const shapes: Readonly<Record<string, string>> = {
  publishedOn: "2026-06-12",
  language: "A language tag, such as en or ar",
};

function provenance(name: string, from: string | undefined): string {
  return from === undefined ? (shapes[name] ?? "Not found in the text") : `From ${from}`;
}

function Warnings({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="warns" aria-label="Warnings">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Icon name="warn" />
          <span dir="auto">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
