import "server-only";

/** The schema of Postgres that pg-boss keeps its tables in. */
export const jobSchema = "jobs";

const day = 86_400;

/**
 * How a kind of job waits, runs and is tried again. Seconds. `stately`: of one key, one job waits while one runs. A job
 * whose worker stops giving signs of life for `heartbeatSeconds` is handed to another one. What failed for good is kept
 * as failed for `deleteAfterSeconds`, and so is what went well.
 */
export type JobQueue = {
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryDelayMax: number;
  readonly expireInSeconds: number;
  readonly heartbeatSeconds: number;
  readonly deleteAfterSeconds: number;
  /** A cron expression, UTC, for what is asked for by the clock. */
  readonly cron: string | null;
};

const asked = {
  retryLimit: 5,
  retryDelay: 20,
  retryDelayMax: 3_600,
  expireInSeconds: 600,
  heartbeatSeconds: 20,
  deleteAfterSeconds: 30 * day,
  cron: null,
};
/** What the clock asks for soon again is not tried often. */
const byTheClock = { ...asked, retryLimit: 1, deleteAfterSeconds: day };

export const jobQueues: Readonly<Record<string, JobQueue>> = {
  "capture-source": asked,
  "capture-assets": asked,
  "watch-due": { ...byTheClock, cron: "* * * * *" },
  "watch-host": { ...asked, retryLimit: 2, deleteAfterSeconds: day },
  "remind-replies": { ...byTheClock, cron: "*/5 * * * *" },
  "mail-notices": { ...byTheClock, cron: "* * * * *" },
  "read-feeds": { ...byTheClock, expireInSeconds: 1_800, cron: "7 * * * *" },
};
