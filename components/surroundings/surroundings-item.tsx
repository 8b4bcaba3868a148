import Link from "next/link";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { WordDiff } from "#components/verdict/word-diff.tsx";
import type { SurroundingsRow } from "#lib/domain/let-stand.ts";

type Props = { row: SurroundingsRow; chosen: boolean; onChoose: (on: boolean) => void };

/** One lapsed verdict with the paragraph around its words, then and now; to be chosen by whoever may. */
export function SurroundingsItem({ row, chosen, onChoose }: Props) {
  const name = `Claim ${row.number}: ${row.statement || row.quote}`;
  return (
    <li data-chosen={chosen || undefined}>
      <div className="plhead">
        {row.barredBy === null && (
          <label className="tick">
            <input
              type="checkbox"
              aria-label={name}
              checked={chosen}
              onChange={(event) => onChoose(event.target.checked)}
            />
          </label>
        )}
        <h2>
          <Link className="s" href={`/review/${row.claimId}`} prefetch={false} dir="auto">
            {row.statement || row.quote}
          </Link>
        </h2>
        <VerdictMark rating={row.rating} stale />
      </div>
      <div className="around">
        <p className="aside">
          <bdi>{row.articleTitle}</bdi>, claim {row.number}. Revision {row.revisionNumber} by <bdi>{row.author}</bdi>.
        </p>
        <p dir="auto">
          <q className="serif">{row.quote}</q>
        </p>
        {row.before === row.after ? (
          <p className="soft">The text around the words is again what it was.</p>
        ) : (
          <WordDiff before={row.before} after={row.after} />
        )}
        {row.barredBy !== null && <p className="aside">{row.barredBy}</p>}
      </div>
    </li>
  );
}
