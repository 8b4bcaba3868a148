/** What a look at a watched address found, the worst last. */
export const watchStates = ["alive", "moved", "changed", "passage-changed", "gone", "unreachable"] as const;
export type WatchState = (typeof watchStates)[number];

export const watchWords: Readonly<Record<WatchState, string>> = {
  alive: "Alive",
  moved: "Moved",
  changed: "Changed elsewhere",
  "passage-changed": "The passage changed",
  gone: "Gone",
  unreachable: "Does not answer",
};

/** Whether the words that evidence relies on still stand at its source. */
export const passageStates = ["found", "changed", "gone"] as const;
export type PassageState = (typeof passageStates)[number];

export type WatchView = {
  readonly id: string;
  readonly sourceId: string;
  readonly address: string;
  readonly state: WatchState;
  readonly stateSince: string;
  readonly movedTo: string;
  /** A sentence; "" when the last look went well. */
  readonly problem: string;
  readonly checkedAt: string | null;
  readonly nextAt: string;
  readonly stopped: boolean;
};

/** A look as it is listed: `status` is the HTTP status, null where nothing answered. */
export type LookView = {
  readonly at: string;
  readonly state: WatchState;
  readonly status: number | null;
  readonly problem: string;
};

/** The watched addresses of a source, each with its last looks, the latest first. */
export type WatchingView = {
  readonly title: string;
  readonly watches: readonly (WatchView & { readonly looks: readonly LookView[] })[];
  readonly mayManage: boolean;
};

/** One look at a watched address, before it is held against what was known. */
export type Look = {
  readonly state: WatchState;
  /** False for what looks like another page (an error, a question for consent) or like none: it takes a second look. */
  readonly isSure: boolean;
  readonly movedTo: string;
  /** A sentence; "" when the look went well. */
  readonly problem: string;
  /** Milliseconds that the site asked to be left alone for; 0 when it did not. */
  readonly pauseMs: number;
};

type Known = {
  readonly state: WatchState;
  readonly stateSince: Date;
  readonly movedTo: string;
  readonly failures: number;
};
type Settled = Known & {
  readonly problem: string;
  readonly nextAt: Date;
  /** Whether the look counts: what it found is so, and people may be told. */
  readonly counts: boolean;
};

const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;
/** A second look that is sooner than this confirms nothing. */
const confirmsAfter = hour / 2;
/** So many looks in a row without an answer make an address one that does not answer. */
const patience = 3;

const looksAgain = "The last look found something else there. Stet looks again within an hour before it says so.";

/**
 * What is known of an address after a look. `previous` is the look before it. An address that answers is looked at
 * again after a day; one that does not after an hour, two, four and so on up to a week, or when the site said.
 */
export function settleLook(
  known: Known,
  look: Look,
  {
    previous,
    now,
  }: { readonly previous: { readonly state: WatchState; readonly at: Date } | null; readonly now: Date },
): Settled {
  const after = (ms: number) => new Date(now.getTime() + ms);
  if (look.state === "unreachable") {
    const failures = known.failures + 1;
    const wait = Math.min(week, Math.max(hour * 2 ** Math.min(failures - 1, 8), look.pauseMs));
    const state = failures >= patience ? "unreachable" : known.state;
    const { problem } = look;
    return {
      ...since(known, state, now),
      movedTo: known.movedTo,
      failures,
      problem,
      nextAt: after(wait),
      counts: false,
    };
  }
  const isConfirmed = previous?.state === look.state && now.getTime() - previous.at.getTime() >= confirmsAfter;
  if (!look.isSure && known.state !== look.state && !isConfirmed) {
    return { ...known, failures: 0, problem: looksAgain, nextAt: after(hour), counts: false };
  }
  const { movedTo, problem } = look;
  return { ...since(known, look.state, now), movedTo, failures: 0, problem, nextAt: after(day), counts: true };
}

function since(known: Known, state: WatchState, now: Date): Pick<Known, "state" | "stateSince"> {
  return { state, stateSince: state === known.state ? known.stateSince : now };
}

/** The worse of two findings. */
export function worse(one: WatchState, other: WatchState): WatchState {
  return watchStates.indexOf(one) > watchStates.indexOf(other) ? one : other;
}
