import { InlineText } from "#components/article/inline-text.tsx";
import type { ImportActions } from "#components/import/import-actions.ts";
import { PieceSwitch } from "#components/import/piece-switch.tsx";
import type { BlockPlace, BlockType } from "#lib/domain/block.ts";
import type { PieceView } from "#lib/domain/import-views.ts";

const kindWords: Readonly<Record<BlockType, string>> = {
  heading: "Heading",
  paragraph: "Text",
  quotation: "Quotation",
  "list-item": "List item",
  caption: "Caption",
  "table-row": "Table row",
  code: "Code",
  footnote: "Footnote",
};

type Props = { importId: string; piece: PieceView; action: ImportActions["changePieces"] };

/** A block as it was read, with its kind and where it stood, pale when it is left out, and the button that changes that. */
export function PieceRow({ importId, piece, action }: Props) {
  const { id, type, level, dir, text, marks, taken, why, place } = piece;
  return (
    <div className="tb" data-type={type} data-level={level ?? undefined} data-out={taken ? undefined : ""}>
      <span className="kind">
        {why === "title" && !taken ? "Title" : kindWords[type]}
        {place === null ? null : <bdi className="at">{placeWords(place)}</bdi>}
      </span>
      <p className="words" dir={dir}>
        {taken ? null : <span className="vh">Left out: </span>}
        <InlineText text={text} range={{ start: 0, end: text.length }} marks={taken ? marks : []} />
      </p>
      <span className="act">
        {why === "title" && !taken ? <span className="aside">Kept as the title</span> : null}
        <PieceSwitch
          importId={importId}
          pieces={[id]}
          to={taken ? "left-out" : "taken"}
          label={taken ? "Take out" : "Put back"}
          words={firstWords(text)}
          action={action}
        />
      </span>
    </div>
  );
}

function firstWords(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed()}…`;
}

function placeWords(place: BlockPlace): string {
  return "page" in place ? `p. ${place.page}` : `${clock(place.from)}–${clock(place.to)}`;
}

/** 4:05, or 1:04:05 from an hour on. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, "0");
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
}
