"use client";

import type { ImportActions } from "#components/import/import-actions.ts";
import { useSent } from "#components/import/use-sent.ts";
import type { TrackedChanges } from "#lib/domain/import-views.ts";
import { trackedChanges } from "#lib/domain/import-views.ts";

const words: Readonly<Record<TrackedChanges, string>> = {
  accept: "Accept",
  reject: "Reject",
  show: "Show as notes",
};

type Props = { importId: string; chosen: TrackedChanges; action: ImportActions["readAgain"] };

/** What becomes of a document's tracked changes; each choice reads the kept file again. */
export function ChangesChoice({ importId, chosen, action }: Props) {
  const { busy, send } = useSent();
  return (
    <fieldset className="changes">
      <legend>Tracked changes</legend>
      <div className="acts">
        {trackedChanges.map((changes) => (
          <button
            key={changes}
            type="button"
            className="textbtn"
            aria-pressed={changes === chosen}
            aria-disabled={busy}
            onClick={() => {
              if (changes !== chosen) send(() => action({ id: importId, changes }), { said: "Read again." });
            }}
          >
            {words[changes]}
          </button>
        ))}
      </div>
      <p className="aside">Choosing reads the file again, with all its blocks as they were read.</p>
    </fieldset>
  );
}
