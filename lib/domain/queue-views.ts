import type { ClaimState, Priority, StaleReason } from "#lib/domain/claim.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { RatingView } from "#lib/domain/views.ts";

export type QueueRow = {
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly number: number;
  readonly statement: string;
  readonly state: ClaimState;
  readonly staleReason: StaleReason | null;
  readonly rating: RatingView | null;
  readonly author: MemberView | null;
  /** "No vote yet", "1 of 2 votes", "Returned once", "Approval lapsed"… and a second, quieter line. */
  readonly reviewer: { readonly line: string; readonly reason: string };
  readonly dueAt: string | null;
  readonly priority: Priority;
  readonly assigneeId: string | null;
  /** The row version at which the assignment changed last: what a change of many names. */
  readonly planVersion: number;
};

export const queueViews = ["waiting", "mine", "returned", "stale", "placing", "unassigned", "everything"] as const;
export type QueueView = (typeof queueViews)[number];

export type QueuePage = {
  readonly view: QueueView;
  /** How many claims each view holds, counted up to 100. */
  readonly counts: Readonly<Record<QueueView, number>>;
  /** How many claims the filter lets through, counted up to 100. */
  readonly matching: number;
  readonly rows: readonly QueueRow[];
  /** Opaque; null on the last page. */
  readonly next: string | null;
};

/** The queue as columns by what stands with the author. `states` is what the column's filter names. */
export type BoardView = {
  readonly columns: readonly {
    readonly state: ClaimState;
    readonly states: readonly ClaimState[];
    /** Counted up to 100. */
    readonly count: number;
    readonly rows: readonly QueueRow[];
  }[];
};

/** The work of one person, or of nobody (null): `open` is open or in progress; `overdue` is of all of these. */
export type WorkloadRow = {
  readonly member: MemberView | null;
  readonly open: number;
  readonly proposed: number;
  readonly returned: number;
  readonly stale: number;
  readonly overdue: number;
  /** Due today, in UTC. */
  readonly today: number;
};
