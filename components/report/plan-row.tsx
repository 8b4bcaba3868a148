import { clipped } from "#components/report/plan-view.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { ClaimToPrint } from "#lib/domain/edition-preview.ts";

export type Moving = { readonly id: string; readonly way: "top" | "up" | "down" };

type Props = {
  claim: ClaimToPrint;
  /** From 1, over all pages. */
  place: number;
  isPrinted: boolean;
  isWithdrawn: boolean;
  ways: readonly Moving["way"][];
  onPrint: (isWanted: boolean) => void;
  onMove: (way: Moving["way"]) => void;
};

const wayWords = { top: "Move to the top", up: "Move up", down: "Move down" } as const;

/** A claim of the plan: whether it is printed, and what moves it. It is dragged by its number. */
export function PlanRow({ claim, place, isPrinted, isWithdrawn, ways, onPrint, onMove }: Props) {
  const isLeftOut = !isPrinted || (isWithdrawn && !claim.isPrinted);
  return (
    <div className="planrow" data-left-out={isLeftOut || undefined}>
      <span className="num" title="Drag to another place">
        {place}
      </span>
      <label>
        <input
          type="checkbox"
          checked={!isLeftOut}
          disabled={isWithdrawn && !claim.isPrinted}
          onChange={({ target }) => onPrint(target.checked)}
        />
        <span className="serif" dir="auto">
          {clipped(claim.statement || claim.quote)}
        </span>
        <span className="below faint">
          Claim {claim.number}
          {isWithdrawn ? ", withdrawn" : isLeftOut ? ", left out" : ""}
        </span>
      </label>
      <span className="moves">
        {ways.map((way) => (
          <button
            key={way}
            type="button"
            className={`ib ${way}`}
            data-move={`${way} ${claim.id}`}
            title={wayWords[way]}
            onClick={() => onMove(way)}
          >
            <Icon name="down" />
            <span className="vh">
              {wayWords[way]} claim {claim.number}
            </span>
          </button>
        ))}
      </span>
    </div>
  );
}
