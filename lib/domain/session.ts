/** How long a session may last, and how long it may lie idle, in milliseconds. */
export const sessionLimits = { lifeMs: 7 * 24 * 3_600_000, idleMs: 12 * 3_600_000 } as const;
