import { useEffect, useEffectEvent, useState } from "react";

/** What a look-up came to: nothing yet, no answer, or what was found. */
export type Lookup<Found> =
  | { readonly kind: "looking" | "failed" }
  | { readonly kind: "found"; readonly found: readonly Found[] };

/** Milliseconds without a key before words are looked up. */
const pause = 250;

/**
 * Looks words up while they are typed, a little after the last key, and again when `about` changes; a page that is drawn
 * anew for other reasons looks nothing up. `look` answers null, or throws, when there was no answer: typing on tries again.
 */
export function useLookup<Found>(
  words: string,
  about: string,
  look: (words: string) => Promise<readonly Found[] | null>,
): Lookup<Found> {
  const [lookup, setLookup] = useState<Lookup<Found>>({ kind: "looking" });
  const ask = useEffectEvent(look);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again for another thing
  useEffect(() => {
    let current = true;
    const told = (found: readonly Found[] | null) => {
      if (current) setLookup(found === null ? { kind: "failed" } : { kind: "found", found });
    };
    const timer = setTimeout(() => void ask(words).then(told, () => told(null)), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, about]);
  return lookup;
}
