import { ComparedWords } from "#components/version/compared-words.tsx";
import { MoveLabel } from "#components/version/move-label.tsx";
import { TouchedClaims } from "#components/version/touched-claims.tsx";
import { unfoldedId } from "#components/version/unfolded-id.ts";
import type { ComparisonRowKind } from "#lib/domain/comparison.ts";
import type { ComparedRow } from "#lib/domain/version-views.ts";

type Row = Exclude<ComparedRow, { kind: "skipped" }>;
type Side = "old" | "fresh";

type Props = {
  row: Row;
  names: Readonly<Record<Side, string>>;
  /** The ids of rows on this page that a link can lead to. */
  here: ReadonlySet<string>;
  articleId: string;
  language: string | null;
  /** The block of the newer text at which an unfolded stretch begins. */
  open: number | null;
};

/** On which side the words of a row stand; the other side is left empty. */
const standsAt: Readonly<Record<ComparisonRowKind, readonly Side[]>> = {
  same: ["old", "fresh"],
  changed: ["old", "fresh"],
  added: ["fresh"],
  removed: ["old"],
  "moved-here": ["fresh"],
  "moved-away": ["old"],
};

/** One passage of both versions. A row that differs can have the focus, so that keys and screen readers go there. */
export function ComparisonRow({ row, names, here, articleId, language, open }: Props) {
  const id = idOf(row, open);
  const differs = row.kind !== "same";
  return (
    <li
      id={id}
      data-kind={row.kind}
      data-change={differs || undefined}
      tabIndex={differs || id !== undefined ? -1 : undefined}
    >
      {(["old", "fresh"] as const).map((side) =>
        standsAt[row.kind].includes(side) ? (
          <div key={side} className="cmp-cell" data-side={side}>
            <p className="at">
              <span className="vh">{`${names[side]}, paragraph `}</span>
              <span className="num">{row[side]}</span>
              <span className="side">{names[side]}</span>
              <Sign row={row} here={here} />
            </p>
            <ComparedWords {...{ row, side, language }} />
          </div>
        ) : (
          <div key={side} className="cmp-cell none" />
        ),
      )}
      <TouchedClaims articleId={articleId} claims={row.claims} />
    </li>
  );
}

/** Of the rows that something leads to. */
function idOf({ kind, old, fresh }: Row, open: number | null): string | undefined {
  if (kind === "moved-here") return `new-${fresh}`;
  if (kind === "moved-away") return `old-${old}`;
  return kind === "same" && fresh !== null && fresh === open ? unfoldedId : undefined;
}

/** What happened to the passage, in a word and a sign. */
function Sign({ row, here }: { row: Row; here: ReadonlySet<string> }) {
  switch (row.kind) {
    case "same":
      return null;
    case "changed":
      return <span className="how">Changed</span>;
    case "added":
      return (
        <span className="how added">
          <span aria-hidden="true">+ </span>Added
        </span>
      );
    case "removed":
      return (
        <span className="how removed">
          <span aria-hidden="true">− </span>Removed
        </span>
      );
    case "moved-here":
    case "moved-away":
      return <MoveLabel kind={row.kind} old={row.old} fresh={row.fresh} here={here} />;
  }
}
