import { useMemo, useRef } from "react";
import { useLetterKeys } from "#components/desk/letter-keys.ts";

type Doing = { readonly count: number; readonly ask: () => void; readonly leave: () => void };

/** `a` and `d` ask what of the chosen claims is to change, of the one in focus where none is chosen; Esc chooses none. */
export function useChosenKeys(doing: Doing): void {
  const latest = useRef(doing);
  latest.current = doing;
  const keys = useMemo(() => {
    const ask = () => {
      if (latest.current.count === 0) {
        const box = document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input.pick");
        if (box === null || box === undefined) return false;
        box.click();
      }
      latest.current.ask();
      return true;
    };
    const leave = () => {
      const had = latest.current.count > 0;
      latest.current.leave();
      return had;
    };
    return { a: ask, d: ask, Escape: leave };
  }, []);
  useLetterKeys(".queue", keys);
}
