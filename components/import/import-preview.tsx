import Link from "next/link";
import { ChangesChoice } from "#components/import/changes-choice.tsx";
import { FreezeForm } from "#components/import/freeze-form.tsx";
import type { ImportActions } from "#components/import/import-actions.ts";
import { NotesFound } from "#components/import/notes-found.tsx";
import { SeenNotice } from "#components/import/seen-notice.tsx";
import { TakenText } from "#components/import/taken-text.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Day, Moment } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ImportPreviewView } from "#lib/domain/import-views.ts";

const fields = [
  { name: "title", label: "Title", maxLength: 500 },
  { name: "byline", label: "Byline", maxLength: 300 },
  { name: "publisher", label: "Publisher", maxLength: 300 },
  { name: "publishedOn", label: "Published", maxLength: 40 },
  { name: "address", label: "Address", maxLength: 2000 },
  { name: "language", label: "Language", maxLength: 35 },
] as const;

type Props = { draft: ImportPreviewView; action: FormAction; actions: ImportActions };

/** The last look before a text is frozen as version 1. The whole `main` of a page. */
export function ImportPreview({ draft, action, actions }: Props) {
  const { id, metadata, notes, changes, seenBefore } = draft;
  const article = `/articles/${id}`;
  return (
    <main id="main">
      <FreezeForm id={id} action={action} then={notes.placed > 0 ? `${article}/annotations/${id}` : article}>
        <div className="imp">
          <div className="side">
            <h1>Before it is frozen</h1>
            <p className="soft">
              Look once at what was taken. Version 1 cannot be changed afterwards; a new text becomes version 2.
            </p>
            {seenBefore === null ? null : (
              <SeenNotice importId={id} seen={seenBefore} action={actions.stageAsVersion} />
            )}
            <Warnings sentences={draft.warnings} />
            {changes === null ? null : <ChangesChoice importId={id} chosen={changes} action={actions.readAgain} />}
            <NotesFound notes={notes} />
            <div className="stack mt-5">
              {fields.map(({ name, label, maxLength }) => (
                <TextField
                  key={name}
                  name={name}
                  label={label}
                  maxLength={maxLength}
                  defaultValue={metadata[name]?.value}
                  hint={provenance(name, metadata[name]?.from)}
                  autoComplete="off"
                  {...(plainNames.has(name) ? { dir: "ltr" } : {})}
                />
              ))}
            </div>
            <Besides {...draft.besides} />
          </div>
          <div className="main">
            <a className="skip" href="#freeze">
              Skip the text
            </a>
            <TakenText draft={draft} action={actions.changePieces} />
            <div className="foot" id="freeze" tabIndex={-1}>
              <span className="why">{footWords(draft)}</span>
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
  publishedOn: "Not found in the text; write 2026-06-12",
  language: "Not found in the text; write a tag such as en or ar",
};

function provenance(name: string, from: string | undefined): string {
  return from === undefined ? (shapes[name] ?? "Not found in the text") : `From ${from}`;
}

function footWords({ original, notes }: ImportPreviewView): string {
  const first = notes.placed > 0 ? "Next come the notes." : "Nothing is on the desk yet.";
  return original === null ? first : `${first} The original is kept with the version.`;
}

const besidesLabels = { modified: "Modified", section: "Section", image: "Picture, not loaded" } as const;

/** What the document says of itself that an article has no field for. */
function Besides(besides: ImportPreviewView["besides"]) {
  const rows = (["modified", "section", "image"] as const).flatMap((name) => {
    const found = besides[name];
    return found === null ? [] : [{ name, ...found }];
  });
  if (rows.length === 0) return null;
  return (
    <dl className="besides">
      {rows.map(({ name, value, from }) => (
        <div key={name}>
          <dt>{besidesLabels[name]}</dt>
          <dd>
            {name === "modified" ? <When iso={value} /> : <bdi>{value}</bdi>} <span className="aside">From {from}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function When({ iso }: { iso: string }) {
  return iso.includes("T") ? <Moment iso={iso} /> : <Day iso={iso} />;
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
