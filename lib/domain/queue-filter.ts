import { type ClaimState, claimStates, type Priority, priorities } from "#lib/domain/claim.ts";
import { type QueueView, queueViews } from "#lib/domain/queue-views.ts";

/** What stands with the reviewers, apart from what stands with the author. */
export const reviewerStatuses = ["not-asked", "waiting", "voting", "returned", "approved", "lapsed"] as const;
export type ReviewerStatus = (typeof reviewerStatuses)[number];

export const reviewerWords: Readonly<Record<ReviewerStatus, string>> = {
  "not-asked": "Not asked",
  waiting: "No vote yet",
  voting: "Voting",
  returned: "Returned",
  approved: "Approved",
  lapsed: "Approval lapsed",
};

export const dueSpans = ["overdue", "today", "week", "none"] as const;
export type DueSpan = (typeof dueSpans)[number];

export const dueWords: Readonly<Record<DueSpan, string>> = {
  overdue: "Overdue",
  today: "Today",
  week: "Within a week",
  none: "No date",
};

export const queueOrders = ["due", "priority", "updated"] as const;
export type QueueOrder = (typeof queueOrders)[number];

export const orderWords: Readonly<Record<QueueOrder, string>> = {
  due: "Due first",
  priority: "Most urgent first",
  updated: "Changed last first",
};

export const viewWords: Readonly<Record<QueueView, string>> = {
  waiting: "Waiting for me",
  mine: "My claims",
  returned: "Returned to me",
  stale: "Stale",
  placing: "Needs placing",
  unassigned: "Unassigned",
  everything: "Everything",
};

/** What of the desk's claims the queue shows: a view, narrowed by everything that is set. Empty lists narrow nothing. */
export type QueueFilter = {
  readonly view: QueueView;
  readonly author: readonly ClaimState[];
  readonly reviewer: readonly ReviewerStatus[];
  /** `me`, `nobody`, a member's id, or null for anybody. */
  readonly assignee: string | null;
  readonly articleId: string | null;
  readonly priority: readonly Priority[];
  readonly due: DueSpan | null;
  /** A rating's label, as verdicts were given under it; `none` for no verdict yet. */
  readonly rating: string | null;
  /** Words that the statement has, each of them, anywhere; at most 200 UTF-16 units. */
  readonly words: string;
  readonly order: QueueOrder;
};

export type QueueAddress = Readonly<Record<string, string | readonly string[] | undefined>>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const longestWords = 200;
const unwritable = /[\u0000-\u001F\u007F]+/g;

/** The filter that an address asks for; what it does not know is passed over. Lists are parted by commas. */
export function filterOf(address: QueueAddress): QueueFilter {
  const one = (name: string) => {
    const value = address[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).toWellFormed().replace(unwritable, " ").trim();
  };
  const some = <Name extends string>(known: readonly Name[], name: string) => {
    const asked = new Set(one(name).split(","));
    return known.filter((value) => asked.has(value));
  };
  const narrowing = {
    author: some(claimStates, "author"),
    reviewer: some(reviewerStatuses, "reviewer"),
    assignee: assigneeOf(one("assignee")),
    articleId: uuid.test(one("article")) ? one("article").toLowerCase() : null,
    priority: some(priorities, "priority"),
    due: dueSpans.find((span) => span === one("due")) ?? null,
    rating: one("rating").slice(0, longestWords).toWellFormed() || null,
    words: one("words").slice(0, longestWords).toWellFormed(),
  };
  const isNarrow = Object.values(narrowing).some((value) => value !== null && value.length > 0);
  return {
    view: queueViews.find((view) => view === one("view")) ?? (isNarrow ? "everything" : "waiting"),
    ...narrowing,
    order: queueOrders.find((order) => order === one("order")) ?? "due",
  };
}

function assigneeOf(text: string): string | null {
  return text === "me" || text === "nobody" || uuid.test(text) ? text.toLowerCase() : null;
}

/** The filter as the query of an address, without the question mark: the same for the same filter, whoever wrote it. */
export function addressOf(filter: QueueFilter): string {
  const query = new URLSearchParams({ view: filter.view });
  const put = (name: string, value: string | null) => {
    if (value !== null && value !== "") query.set(name, value);
  };
  put("author", filter.author.join(","));
  put("reviewer", filter.reviewer.join(","));
  put("assignee", filter.assignee);
  put("article", filter.articleId);
  put("priority", filter.priority.join(","));
  put("due", filter.due);
  put("rating", filter.rating);
  put("words", filter.words);
  put("order", filter.order === "due" ? null : filter.order);
  return query.toString();
}

/** Everything of one view, in the usual order. */
export function presetOf(view: QueueView): QueueFilter {
  return filterOf({ view });
}

/** Whether more than a view was chosen. */
export function isNarrowed(filter: QueueFilter): boolean {
  return addressOf({ ...filter, order: "due" }) !== addressOf(presetOf(filter.view));
}

/** The columns of the board, and the states that stand in each. */
export const boardStates: readonly { readonly state: ClaimState; readonly states: readonly ClaimState[] }[] = [
  { state: "open", states: ["open"] },
  { state: "progress", states: ["progress"] },
  { state: "proposed", states: ["proposed"] },
  { state: "returned", states: ["returned"] },
  { state: "stale", states: ["stale"] },
  { state: "approved", states: ["approved", "published"] },
];

/** A filter that somebody keeps. `by` is the colleague who shares it, null for one's own. */
export type SavedFilterView = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly by: string | null;
  readonly mayRemove: boolean;
  readonly rowVersion: number;
};

/** A count as it is shown: counting stops at 100. */
export function countWords(count: number): string {
  return count >= 100 ? "99+" : String(count);
}

/** Where verdict and votes stand, from the claim's state and whether somebody voted on the latest revision. */
export function reviewerStatusOf(state: ClaimState, hasVotes: boolean): ReviewerStatus {
  switch (state) {
    case "open":
    case "progress":
    case "withdrawn":
      return "not-asked";
    case "proposed":
      return hasVotes ? "voting" : "waiting";
    case "returned":
      return "returned";
    case "approved":
    case "published":
      return "approved";
    case "stale":
      return "lapsed";
  }
}
