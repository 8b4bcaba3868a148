import { renderToString } from "react-dom/server";
import type { Fixture } from "./fixture.ts";
import { Sheet, storeOf } from "./sheet.tsx";

/** The page's text and marks as the server writes them. */
export function markupOf(fixture: Fixture): string {
  return renderToString(<Sheet store={storeOf(fixture)} />);
}

/** The same words in the same type and nothing else: no marks, no notes, nothing that is skipped. */
export function bareMarkupOf({ text, blocks }: Fixture): string {
  return renderToString(
    <article className="galley">
      {blocks.map(({ start, end }) => (
        <div key={start} className="block">
          <p className="words">{text.slice(start, end)}</p>
        </div>
      ))}
    </article>,
  );
}
