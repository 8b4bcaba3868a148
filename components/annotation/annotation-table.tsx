import Link from "next/link";
import { fateWords } from "#components/annotation/annotation-words.ts";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import type { AnnotationRow } from "#lib/domain/annotation-views.ts";

type Props = { rows: readonly AnnotationRow[]; passages: number; articleId: string };

/** The first passages of a file, in its order: their words, and what becomes of each. */
export function AnnotationTable({ rows, passages, articleId }: Props) {
  return (
    <table className="q annots">
      <caption className="faint">
        {rows.length < passages ? `The first ${rows.length} of ${passages} passages` : "Every passage of the file"}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="c-no">
            No.
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
              <span className="vh">Passage </span>
              {row.number}
            </td>
            <td>
              {row.words === "" ? (
                <span className="faint">No words</span>
              ) : (
                <p className="quoted" dir={row.dir}>
                  {row.words}
                </p>
              )}
              {row.statement !== "" && (
                <p className="says" dir="auto">
                  {row.statement}
                </p>
              )}
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
