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
