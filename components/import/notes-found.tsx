import type { ImportPreviewView, NoteView } from "#lib/domain/import-views.ts";

const kindWords: Readonly<Record<NoteView["kind"], string>> = {
  comment: "Comment",
  footnote: "Footnote",
  insertion: "Put in",
  deletion: "Taken out",
};

/** The comments, footnotes and changes that came with a document, and what becomes of them. */
export function NotesFound({ notes }: Pick<ImportPreviewView, "notes">) {
  const { shown, count, placed } = notes;
  if (count === 0) return null;
  return (
    <details className="found">
      <summary>{count === 1 ? "1 note came with it" : `${count} notes came with it`}</summary>
      <p className="aside">{fate(count, placed)}</p>
      <ul>
        {shown.map((note) => (
          <li key={note.id}>
            <p className="aside">
              {kindWords[note.kind]}
              {note.by === "" ? null : (
                <>
                  {" "}
                  by <bdi>{note.by}</bdi>
                </>
              )}
              {note.words === "" ? ", on no words of the text" : null}
            </p>
            {note.words === "" ? null : (
              <p className="on" dir="auto">
                {note.words}
              </p>
            )}
            <p dir="auto">{note.text}</p>
            {note.replies === 0 ? null : (
              <p className="aside">{note.replies === 1 ? "1 reply" : `${note.replies} replies`}</p>
            )}
          </li>
        ))}
      </ul>
      {count > shown.length ? <p className="aside">and {count - shown.length} more</p> : null}
    </details>
  );
}

function fate(count: number, placed: number): string {
  if (placed === 0) return "None of them is about words that were taken, so none goes along.";
  const rest = placed === count ? "" : ` ${count - placed} are about no words of the text and stay behind.`;
  return `After freezing you look at them once and bring them in as claims.${rest}`;
}
