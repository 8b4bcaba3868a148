"use client";

import { type RefObject, useEffect } from "react";
import { ShownText } from "#components/article/dom-text.ts";
import { isPlainKey } from "#components/article/plain-key.ts";
import { moveToClaim } from "#components/article/regions.ts";

/** `j` and `k` go from quoted passage to quoted passage. A page that is asked to begin at an offset begins there. */
export function useReadingKeys(within: RefObject<HTMLElement | null>, at: number | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || !isPlainKey(event)) return;
      if (event.key === "j" && moveToClaim("next", null)) event.preventDefault();
      if (event.key === "k" && moveToClaim("previous", null)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  useEffect(() => {
    const galley = within.current?.closest<HTMLElement>(".galley");
    if (galley == null || at === null || location.hash !== "") return;
    const text = new ShownText(galley);
    const words = text.at(text.indexAt(at));
    const range = text.rangeOf({ start: at, end: at + 1 });
    // The chunk is laid out when it comes near; only then is it known where in it the words stand.
    words?.element.scrollIntoView({ block: "center" });
    const frame = requestAnimationFrame(() => {
      const top = range?.getBoundingClientRect().top;
      if (top !== undefined) scrollBy({ top: top - innerHeight / 3 });
    });
    return () => cancelAnimationFrame(frame);
  }, [within, at]);
}
