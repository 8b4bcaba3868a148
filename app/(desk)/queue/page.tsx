import type { Metadata } from "next";
import { QueueKeys } from "#components/desk/queue-keys.tsx";
import { QueueTable } from "#components/desk/queue-table.tsx";
import { Board } from "#components/queue/board.tsx";
import { ChoosingProvider } from "#components/queue/choosing.tsx";
import { ChosenClaims } from "#components/queue/chosen-claims.tsx";
import { KeptFilters } from "#components/queue/kept-filters.tsx";
import { QueueFilters } from "#components/queue/queue-filters.tsx";
import { QueueHead, queueShapes } from "#components/queue/queue-head.tsx";
import { Workload } from "#components/queue/workload.tsx";
import { addressOf, filterOf, type QueueAddress } from "#lib/domain/queue-filter.ts";
import { can } from "#lib/policy/can.ts";
import { dayOf } from "#lib/server/page-outcome.ts";
import { queueBoard, workload } from "#lib/server/queries/queue-board.ts";
import { queueChoices } from "#lib/server/queries/queue-choices.ts";
import { parseCursor } from "#lib/server/queries/queue-row.ts";
import { queueCounts, reviewQueue } from "#lib/server/queries/review-queue.ts";
import { savedFilters } from "#lib/server/queries/saved-filters.ts";
import { pageContext } from "#lib/server/session.ts";
import {
  assignMany,
  bringBackFilter,
  dropFilter,
  handOver,
  keepFilter,
  restoreMany,
  withdrawMany,
} from "../queue-actions.ts";

export const metadata: Metadata = { title: "Queue" };

type Props = { searchParams: Promise<QueueAddress> };

export default async function QueuePage({ searchParams }: Props) {
  const address = await searchParams;
  const context = await pageContext();
  const { actor } = context;
  const filter = filterOf(address);
  const shape = queueShapes.find((known) => known === address.as) ?? "list";
  const after = typeof address.after === "string" && parseCursor(address.after) !== null ? address.after : null;
  const list = shape === "list" ? reviewQueue(context, { filter, after }) : null;
  const [{ counts, matching }, page, board, work, kept, choices] = await Promise.all([
    list ?? queueCounts(context, filter),
    list,
    shape === "board" ? queueBoard(context, filter) : null,
    shape === "people" ? workload(context) : null,
    savedFilters(context),
    queueChoices(context),
  ]);
  const me = { id: actor.memberId, name: actor.name };
  const today = dayOf(context.now);
  const [mayTake, mayAssign] = [can(actor, "claim.take", actor), can(actor, "claim.assign", actor)];
  return (
    <QueueKeys>
      <QueueHead {...{ filter, shape, counts, matching, kept, today }} />
      {shape !== "people" && (
        <QueueFilters filter={filter} {...choices}>
          <KeptFilters
            query={addressOf(filter)}
            kept={kept}
            mayShare={can(actor, "filter.share", actor)}
            actions={{ keep: keepFilter, drop: dropFilter, bringBack: bringBackFilter }}
          />
        </QueueFilters>
      )}
      {work !== null && (
        <Workload
          rows={work}
          takers={choices.members}
          actions={can(actor, "work.reassign", actor) ? { handOver, assign: assignMany } : null}
        />
      )}
      {board !== null && <Board {...{ board, filter, today }} />}
      {page !== null &&
        (mayTake && page.rows.length > 0 ? (
          <ChoosingProvider key={`${addressOf(filter)}${after}`} rows={page.rows}>
            <ChosenClaims
              rows={page.rows}
              members={choices.members}
              {...{ me, mayAssign }}
              actions={{ assign: assignMany, withdraw: withdrawMany, restore: restoreMany }}
            />
            <QueueTable {...{ page, filter, today, me, isFirst: after === null }} />
          </ChoosingProvider>
        ) : (
          <QueueTable {...{ page, filter, today, me, isFirst: after === null }} />
        ))}
      {shape !== "people" && (
        <p className="keyhint">
          Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous claim, <kbd>s</kbd> list, <kbd>f</kbd> board
          {shape === "list" && mayTake && (
            <>
              , <kbd>x</kbd> choose, <kbd>a</kbd> assign what is chosen, <kbd>Esc</kbd> choose none
            </>
          )}
          .
        </p>
      )}
    </QueueKeys>
  );
}
