import Link from "next/link";
import { DroppedRun } from "#components/import/dropped-run.tsx";
import type { ImportActions } from "#components/import/import-actions.ts";
import { PieceRow } from "#components/import/piece-row.tsx";
import { PieceSwitch } from "#components/import/piece-switch.tsx";
import type { ImportPreviewView, PieceView } from "#lib/domain/import-views.ts";

/** So many blocks left out in a row are shown as they are; more are folded. */
const shownInARow = 3;

const numbers = new Intl.NumberFormat("en");

type Props = { draft: ImportPreviewView; action: ImportActions["changePieces"] };

/** What an import read in the order of the document: what was taken, and pale between it what was left out. */
export function TakenText({ draft, action }: Props) {
  const { id, counts, page, pieces } = draft;
  const row = (piece: PieceView) => <PieceRow key={piece.id} importId={id} piece={piece} action={action} />;
  return (
    <section className="taken" aria-label="What was read">
      <h2 className="colhead">
        Taken{" "}
        <small>
          {blocksOf(counts.taken)}, {numbers.format(counts.words)} words
          {counts.leftOut === 0 ? "; nothing was left out" : `; ${numbers.format(counts.leftOut)} left out`}
        </small>
      </h2>
      <div className="blocks">
        {runsOf(pieces).map((run) => {
          const [first] = run;
          if (first === undefined || first.why === null || run.length <= shownInARow) return run.map(row);
          const out = run.filter((piece) => !piece.taken).map((piece) => piece.id);
          return (
            <DroppedRun key={first.id} count={run.length} opened={out.length < run.length}>
              <p className="act all">
                <PieceSwitch
                  importId={id}
                  pieces={run.map((piece) => piece.id)}
                  to={out.length === 0 ? "left-out" : "taken"}
                  label={out.length === 0 ? `Take all ${run.length} out` : `Put all ${run.length} back`}
                  words=""
                  action={action}
                />
              </p>
              {run.map(row)}
            </DroppedRun>
          );
        })}
      </div>
      {page.last > 1 && (
        <nav className="acts" aria-label="Blocks">
          {page.number > 1 && (
            <Link className="btn" href={`?page=${page.number - 1}`}>
              Earlier blocks
            </Link>
          )}
          <span className="why">
            Part {page.number} of {page.last}
          </span>
          {page.number < page.last && (
            <Link className="btn" href={`?page=${page.number + 1}`}>
              Later blocks
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

function blocksOf(count: number): string {
  return count === 1 ? "1 block" : `${numbers.format(count)} blocks`;
}

/** Blocks that reading took one by one, and those that it left out as they stood together. */
function runsOf(pieces: readonly PieceView[]): PieceView[][] {
  const runs: PieceView[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.why !== null && last?.[0] !== undefined && last[0].why !== null) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
}
