/**
 * The time to write something down at, so that it stands after what was written last: `now`, or a millisecond after
 * `last` where the clock of whoever wrote that is ahead.
 */
export function notBefore(now: Date, last: Date | null | undefined): Date {
  return last && last.getTime() >= now.getTime() ? new Date(last.getTime() + 1) : now;
}
