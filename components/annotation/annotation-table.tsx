import Link from "next/link";
import { fateWords } from "#components/annotation/annotation-words.ts";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import type { AnnotationRow } from "#lib/domain/annotation-views.ts";

type Props = {
  rows: readonly AnnotationRow[];
  passages: number;
  articleId: string;
  /** Whether each passage that can come in has a box to leave it out. */
  chooses: boolean;
};

/** The first passages of a file, in its order: their words, and what becomes of each. */
export function AnnotationTable({ rows, passages, articleId, chooses }: Props) {
  const offered = new Map(rows.filter(canComeIn).map((row) => [row.number, row]));
  return (
    <table className="q annots">
      <caption className="faint">
        {rows.length < passages ? `The first ${rows.length} of ${passages} passages` : captions[String(chooses)]}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={chooses ? "c-box" : "c-no"}>
            {chooses ? "Comes in" : "No."}
          </th>
          <th scope="col">Words</th>
          <th scope="col" className="c-fate">
            In the text
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} data-fate={row.fate}>
            <td className="num">
              {chooses ? (
                <Box row={row} first={offered.get(row.sameAs ?? row.number)} />
              ) : (
                <>
                  <span className="vh">Passage </span>
                  {row.number}
                </>
              )}
            </td>
            <td>
              {row.words === "" ? (
                <span className="faint">No words</span>
              ) : (
                <p className="quoted" dir={row.dir}>
                  {row.words}
                </p>
              )}
              <Said row={row} />
            </td>
            <td>
              <Fate row={row} articleId={articleId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const captions: Readonly<Record<string, string>> = {
  true: "Untick what stays out",
  false: "Every passage of the file",
};

function canComeIn({ fate }: AnnotationRow): boolean {
  return fate === "exact" || fate === "changed" || fate === "ambiguous" || fate === "lost";
}

/** `first` is the passage that this one repeats, or itself; undefined where neither can come in. */
function Box({ row, first }: { row: AnnotationRow; first: AnnotationRow | undefined }) {
  const name = row.label.startsWith("Row ") ? row.label : `${row.label} ${row.number}`;
  if (first === undefined) return <span className="boxed">{name}</span>;
  return (
    <label className="tick boxed">
      <input
        type="checkbox"
        autoComplete="off"
        defaultChecked={row.kept}
        data-passage={row.number}
        data-claim={first.number}
        data-places={first.fate === "exact" ? "no" : "yes"}
      />
      <span>{name}</span>
    </label>
  );
}

/** What comes in with the words: a statement, sources, a note. */
function Said({ row: { statement, sources, note } }: { row: AnnotationRow }) {
  return (
    <>
      {statement !== "" && (
        <p className="says" dir="auto">
          {statement}
        </p>
      )}
      {sources.length > 0 && (
        <ul className="cites" aria-label="Sources">
          {sources.map((source) => (
            <li key={source}>
              <bdi>{source}</bdi>
            </li>
          ))}
        </ul>
      )}
      {note !== "" && (
        <p className="says" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

function Fate({ row, articleId }: { row: AnnotationRow; articleId: string }) {
  switch (row.fate) {
    case "changed":
    case "ambiguous":
    case "lost":
      return (
        <>
          <PlacingMark />
          <span className="sub">{fateWords(row)}</span>
        </>
      );
    case "exact":
      return <span>{fateWords(row)}</span>;
    case "double":
    case "unusable":
      return <span className="faint">{fateWords(row)}</span>;
    case "there":
      if (row.claim === null) return null;
      return (
        <Link className="link" href={`/articles/${articleId}/claims/${row.claim.id}`} prefetch={false}>
          {fateWords(row)}
        </Link>
      );
  }
}
