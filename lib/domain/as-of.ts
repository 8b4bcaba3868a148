/** Hours by which the earliest day on earth is ahead of UTC. */
const aheadOfUtc = 14;

/** Said at the field `asOf` when its day is yet to come. */
export const yetToCome = "Choose today or an earlier day: a verdict says how things stand, not how they will.";

/** Whether a day (`YYYY-MM-DD`) has not begun anywhere on earth at `now`. */
export function isYetToCome(day: string, now: Date): boolean {
  return day > new Date(now.getTime() + aheadOfUtc * 3_600_000).toISOString().slice(0, 10);
}
