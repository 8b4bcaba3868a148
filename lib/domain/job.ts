/** What a kind of job does, in words; `name` as in the table of jobs. */
const words: Readonly<Record<string, string>> = {
  "capture-source": "Keep a copy of a source",
  "capture-assets": "Make pictures of a kept copy",
  "watch-due": "Find the addresses that are due",
  "watch-host": "Look at watched addresses",
  "remind-replies": "Remind of replies",
  "read-feeds": "Read the feeds",
};

export function jobWords(name: string): string {
  return words[name] ?? name;
}

export const jobGroups = ["failed", "running", "waiting", "done"] as const;
export type JobGroup = (typeof jobGroups)[number];

/** The group that an address names; the failed ones where it names none. */
export function jobGroupOf(text: unknown): JobGroup {
  return jobGroups.find((group) => group === text) ?? "failed";
}

export type JobView = {
  readonly id: string;
  readonly words: string;
  readonly group: JobGroup;
  /** What it is about, such as an address; "" when nothing tells. */
  readonly about: string;
  /** What came of its last run: a sentence, or "". */
  readonly note: string;
  /** How often it was tried again. */
  readonly tries: number;
  readonly at: string;
  /** When it is tried again or begins; null where it does not wait. */
  readonly nextAt: string | null;
};

/** A kind of job that no desk asked for, such as the watching of all desks. */
export type InstallationJobs = {
  readonly name: string;
  readonly words: string;
  readonly counts: Readonly<Record<JobGroup, number>>;
  /** When one of them last began or ended; null when none has. */
  readonly latest: string | null;
};

export type JobsView = {
  readonly group: JobGroup;
  readonly counts: Readonly<Record<JobGroup, number>>;
  readonly jobs: readonly JobView[];
  readonly next: string | null;
  readonly installation: readonly InstallationJobs[];
};
