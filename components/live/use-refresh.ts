import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";
import { isAttended } from "#components/live/attended.ts";
import { offerHeldWords, withdrawHeldWords } from "#components/live/held-words.ts";
import { holdsStill } from "#lib/domain/live.ts";

/** Between two readings of a page, in milliseconds. */
const pause = 300;
/** For what only changes a count in the bar. */
const longPause = 10_000;
const unattendedAfter = 3_600_000;
/** How soon somebody who comes back to a page sees what they missed. */
const lookAgain = 1_000;

/**
 * Reads the page anew from the server, keeping what is typed, focused and scrolled: at once, then at most every 300 ms and
 * never twice at a time; `later` within ten seconds. A page that nobody
 * looks at waits until somebody does, and one that holds still until it is left.
 */
export function useRefresh(): { readonly soon: () => void; readonly later: () => void } {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const state = useRef({ busy: false, due: false, at: 0, by: Number.POSITIVE_INFINITY });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const run = useCallback(() => {
    const now = performance.now();
    const { current } = state;
    clearTimeout(timer.current);
    if (!current.due || current.busy) return;
    const wait = Math.max(current.by, current.at + pause) - now;
    if (wait > 0 || !isAttended(unattendedAfter) || holdsStill(window.location.pathname)) {
      timer.current = setTimeout(run, wait > 0 ? wait : lookAgain);
      return;
    }
    Object.assign(current, { due: false, busy: true, at: now, by: Number.POSITIVE_INFINITY });
    offerHeldWords();
    startTransition(() => router.refresh());
  }, [router]);

  const ask = useCallback(
    (delay: number) => {
      const { current } = state;
      current.due = true;
      current.by = Math.min(current.by, performance.now() + delay);
      run();
    },
    [run],
  );

  useEffect(() => {
    if (pending) return;
    if (state.current.busy) withdrawHeldWords();
    state.current.busy = false;
    run();
  }, [pending, run]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return { soon: useCallback(() => ask(0), [ask]), later: useCallback(() => ask(longPause), [ask]) };
}
